import { mkdirSync, writeFileSync } from 'node:fs';
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

/** Installs so many at once: pip is busy with one processor, and waits for the registry in between. */
const LANES = 2;

type Outcome = 'installed' | 'already there' | 'skipped' | 'failed';

/** Makes the environments that are missing or out of date; tells what became of each tool. */
async function makeAll(names: readonly ToolName[]): Promise<Outcome[]> {
  const pythons = listPythons();
  const left = [...names];
  const outcomes: Outcome[] = [];
  const work = async (): Promise<void> => {
    for (let name = left.shift(); name !== undefined; name = left.shift()) outcomes.push(await make(name, pythons));
  };
  mkdirSync(cacheFolder(), { recursive: true });
  await Promise.all(Array.from({ length: LANES }, work));
  return outcomes;
}

async function make(name: ToolName, pythons: readonly Python[]): Promise<Outcome> {
  const tool = toolOf(name);
  if (isInstalled(name)) return report(tool, 'already there');
  const python = choosePython(pythons, tool);
  if (!python) return report(tool, 'skipped', describeNeed(tool));
  try {
    await fill(name, python);
  } catch (error) {
    return report(tool, 'failed', (error as Error).message);
  }
  return report(tool, 'installed', `Python 3.${python.minor}`);
}

async function fill(name: ToolName, python: Python): Promise<void> {
  const { requirement, undeclared = [], startup } = toolOf(name);
  const own = programOf(name, 'python');
  await install(python.command, { args: ['-m', 'venv', '--clear', environmentOf(name)] });
  const pins = ['--constraint', constraintsOf(name)];
  await install(own, { args: ['-m', 'pip', 'install', '--quiet', ...pins, requirement, ...undeclared] });
  if (startup !== undefined) {
    // Python runs the lines of *.pth files that start with `import`.
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
