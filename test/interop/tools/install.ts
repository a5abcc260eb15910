import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { cacheFolder, constraintsOf, environmentOf, fingerprintOf, isInstalled, stampOf } from './environment.js';
import { choosePython, describeNeed, listPythons, type Python } from './python.js';
import { TOOL_NAMES, toolOf, type Tool, type ToolName } from './table.js';

/** Seconds before each further try of a download. */
const WAITS = [5, 15, 30];

/** Installs so many at once: pip is busy with one processor, and waits for the registry in between. */
const LANES = 2;

type Outcome = 'installed' | 'already there' | 'skipped' | 'failed';

/** Makes the environments that are missing or out of date; tells what became of each tool. */
async function installAll(names: readonly ToolName[]): Promise<Outcome[]> {
  const pythons = listPythons();
  const left = [...names];
  const outcomes: Outcome[] = [];
  const work = async (): Promise<void> => {
    for (let name = left.shift(); name !== undefined; name = left.shift()) outcomes.push(await install(name, pythons));
  };
  mkdirSync(cacheFolder(), { recursive: true });
  await Promise.all(Array.from({ length: LANES }, work));
  return outcomes;
}

async function install(name: ToolName, pythons: readonly Python[]): Promise<Outcome> {
  const tool = toolOf(name);
  if (isInstalled(name)) return report(tool, 'already there');
  const python = choosePython(pythons, tool);
  if (!python) return report(tool, 'skipped', describeNeed(tool));
  const made = await run(python.command, ['-m', 'venv', '--clear', environmentOf(name)]);
  if (made.status !== 0) return report(tool, 'failed', `no virtual environment could be made.\n${made.output}`);
  const fault = await download(name);
  if (fault !== null) return report(tool, 'failed', fault);
  await writeStartup(name);
  writeFileSync(stampOf(name), fingerprintOf(name));
  return report(tool, 'installed', `Python 3.${python.minor}`);
}

/** null when all went well, else what pip said, and whose fault it is. */
async function download(name: ToolName): Promise<string | null> {
  const { requirement, undeclared = [] } = toolOf(name);
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--constraint', constraintsOf(name)];
  for (let tries = 0; ; tries++) {
    const { status, output } = await run(pythonOf(name), [...pip, requirement, ...undeclared]);
    if (status === 0) return null;
    if (output.includes('ResolutionImpossible')) return `${output}\nThe pins do not fit this Python.`;
    if (tries === WAITS.length) {
      return `${output}\npip failed ${tries + 1} times: the registry or the way to it, not a test.`;
    }
    console.log(`${requirement}: pip failed, try ${tries + 1}. Again in ${WAITS[tries]} seconds.`);
    await delay(WAITS[tries]! * 1000);
  }
}

/** Python runs the lines of *.pth files that start with `import`. */
async function writeStartup(name: ToolName): Promise<void> {
  const { startup } = toolOf(name);
  if (startup === undefined) return;
  const { output } = await run(pythonOf(name), ['-c', 'import sysconfig; print(sysconfig.get_path("purelib"))']);
  writeFileSync(join(output.trim(), 'startup.pth'), `${startup}\n`);
}

const pythonOf = (name: ToolName): string => join(environmentOf(name), 'bin', 'python');

function report({ requirement }: Tool, outcome: Outcome, remark?: string): Outcome {
  console.log(`${requirement}: ${outcome}${remark === undefined ? '' : `, ${remark}`}`);
  return outcome;
}

function run(command: string, args: readonly string[]): Promise<{ status: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    child.once('error', ({ message }) => resolve({ status: null, output: message }));
    child.once('close', (status) => resolve({ status, output }));
  });
}

const told = process.argv.slice(2) as ToolName[];
const outcomes = await installAll(told.length > 0 ? told : TOOL_NAMES);
if (outcomes.includes('failed')) process.exitCode = 1;
