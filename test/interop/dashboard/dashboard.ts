import { fileURLToPath } from 'node:url';
import { packageRoot } from '../../../src/package.js';
import type { Json } from '../../support/output.js';
import { runProgram } from '../support/program.js';
import { programOf } from '../tools/environment.js';

export const DASHBOARD = fileURLToPath(new URL('examples/dashboard', packageRoot));
const LOOK = fileURLToPath(new URL('test/interop/dashboard/views.py', packageRoot));

/** What a view shows. */
export interface View {
  readonly title: readonly string[];
  /** Number and change, as written, by label. */
  readonly metrics: Readonly<Record<string, readonly [string, string]>>;
  readonly tables: readonly (readonly Json[])[];
  readonly faults: readonly string[];
  readonly notes: readonly string[];
}

/** Every view of the dashboard by its name, over the tables given by `env`. */
export async function lookAtViews(env: Readonly<Record<string, string>>): Promise<Readonly<Record<string, View>>> {
  const { exitCode, stdout, stderr } = await runProgram(programOf('streamlit', 'python'), {
    args: [LOOK, DASHBOARD],
    env: { ...env, PYTHONDONTWRITEBYTECODE: '1' },
  });
  if (exitCode !== 0) throw new Error(`The dashboard ended with ${exitCode}.\n${stderr.slice(-3000)}`);
  return JSON.parse(stdout) as Record<string, View>;
}
