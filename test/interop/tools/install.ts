import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { install } from '../support/registry.js';
import {
  cacheFolder,
  constraintsOf,
  environmentOf,
  fingerprintOf,
  isInstalled,
  programOf,
  stampOf,
} from './environment.js';
import { choosePython, describeNeed, listPythons, type Python } from './python.js';
import { TOOL_NAMES, toolOf, type Tool, type ToolName } from './table.js';

/** Number of parallel installations: the resolver often waits for the registry. */
const LANES = 2;

/** The resolver that fills the environments; pip installs it into a separate one. */
const RESOLVER = 'uv==0.9.13';

type Outcome = 'installed' | 'already there' | 'skipped' | 'failed';

/** Makes the environments that are missing or out of date, and reports the outcome for each tool. */
async function makeAll(names: readonly ToolName[]): Promise<Outcome[]> {
  const pythons = listPythons();
  const left = [...names];
  const resolver = await makeResolver(pythons[0]);
  const outcomes: Outcome[] = [];
  const work = async (): Promise<void> => {
    for (let name = left.shift(); name !== undefined; name = left.shift())
      outcomes.push(await make(name, { pythons, resolver }));
  };
  await Promise.all(Array.from({ length: LANES }, work));
  return outcomes;
}

/** Path of the resolver; null if there is no Python to install it with. */
async function makeResolver(python: Python | undefined): Promise<string | null> {
  if (!python) return null;
  const folder = join(cacheFolder(), RESOLVER);
  const program = join(folder, 'bin', 'uv');
  if (existsSync(program)) return program;
  mkdirSync(cacheFolder(), { recursive: true });
  await install(python.command, { args: ['-m', 'venv', '--clear', folder] });
  await install(join(folder, 'bin', 'python'), { args: ['-m', 'pip', 'install', '--quiet', RESOLVER] });
  return program;
}

async function make(
  name: ToolName,
  { pythons, resolver }: { pythons: readonly Python[]; resolver: string | null },
): Promise<Outcome> {
  const tool = toolOf(name);
  if (isInstalled(name)) return report(tool, 'already there');
  const python = choosePython(pythons, tool);
  if (!python || resolver === null) return report(tool, 'skipped', describeNeed(tool));
  try {
    await fill(name, { python, resolver });
  } catch (error) {
    return report(tool, 'failed', (error as Error).message);
  }
  return report(tool, 'installed', `Python 3.${python.minor}`);
}

async function fill(name: ToolName, { python, resolver }: { python: Python; resolver: string }): Promise<void> {
  const { requirement, undeclared = [], startup, lock } = toolOf(name);
  const own = programOf(name, 'python');
  await install(resolver, { args: ['venv', '--quiet', '--clear', '--python', python.command, environmentOf(name)] });
  const what =
    lock === undefined
      ? ['--constraint', constraintsOf(name), requirement, ...undeclared]
      : ['--no-deps', '--requirement', constraintsOf(name)];
  await install(resolver, { args: ['pip', 'install', '--quiet', '--python', own, ...what] });
  if (startup !== undefined) {
    // Python executes lines of *.pth files that start with `import`.
    const site = await install(own, { args: ['-c', 'import sysconfig; print(sysconfig.get_path("purelib"))'] });
    writeFileSync(join(site.trim(), 'startup.pth'), `${startup}\n`);
  }
  writeFileSync(stampOf(name), fingerprintOf(name));
}

function report({ requirement }: Tool, outcome: Outcome, remark?: string): Outcome {
  console.log(`${requirement}: ${outcome}${remark === undefined ? '' : `, ${remark}`}`);
  return outcome;
}

const told = process.argv.slice(2) as ToolName[];
const outcomes = await makeAll(told.length > 0 ? told : TOOL_NAMES);
if (outcomes.includes('failed')) process.exitCode = 1;
