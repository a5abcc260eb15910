import { startSandbox, type Sandbox } from '../../../src/sandbox/sandbox.js';
import type { StateValue } from '../../../src/singer/state.js';
import { ALL_STREAMS, selecting } from '../../support/catalogs.js';
import type { TapRun } from '../../support/output.js';
import { runProcess } from '../../support/process.js';
import { NOW, settingsOf } from '../../support/sandboxes.js';

/** Three pages with everything that a stream can have, and texts that are hard to carry. */
export async function startWholeSandbox(): Promise<Sandbox> {
  const sandbox = await startSandbox({ now: NOW, organizations: 3, oldGeography: true, postsPerOrganization: 72 });
  const [post] = sandbox.truth.posts(sandbox.truth.organizations()[0]!.id);
  const text = 'Wind 🌬️ und Wärme,\n"zwei\u0000 Zeilen"\r\n\tim \\n Labor; 風車';
  sandbox.act({ do: 'edit', post: post!.id, commentary: text });
  sandbox.act({ do: 'comment', on: post!.id, text });
  return sandbox;
}

/** The built tap reads every stream, all that LinkedIn serves. */
export async function syncAll(
  sandbox: Sandbox,
  { settings = {}, state }: { settings?: object; state?: StateValue | string } = {},
): Promise<TapRun> {
  const run = await runProcess({
    config: settingsOf(sandbox, { start_date: 'last run', ...settings }),
    catalog: selecting(ALL_STREAMS),
    ...(state !== undefined && { state }),
  });
  if (run.exitCode !== 0) throw new Error(`The tap ended with ${run.exitCode}.\n${run.stderr}`);
  return run;
}
