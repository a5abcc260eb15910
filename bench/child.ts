import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

const LONGEST_RUN_MS = 300_000;
const NEW_LINE = 10;
const USAGE_MODULE = new URL('usage.js', import.meta.url).href;

export interface ChildOptions {
  /** Options of V8 and Node, before the script. */
  readonly flags?: readonly string[];
  /** Script and its arguments. */
  readonly args: readonly string[];
  /** How fast its stdout is read, bytes a second. */
  readonly readRate?: number;
  /** Keeps what it writes to stdout. */
  readonly keepOutput?: boolean;
  /** Keeps the last line of it. */
  readonly keepLastLine?: boolean;
  /** After so many milliseconds it is ended. */
  readonly longestMs?: number;
}

/** What a finished process cost, as the operating system counted it. */
export interface ChildCost {
  readonly bytes: number;
  readonly output: Buffer;
  readonly stderr: string;
  readonly wallMs: number;
  /** User and system. */
  readonly cpuMs: number;
  readonly peakRssMb: number;
}

/** Runs a Node process to its end. @throws when it does not end well */
export async function measureChild({
  flags = [],
  args,
  readRate = Infinity,
  keepOutput = false,
  keepLastLine = false,
  longestMs = LONGEST_RUN_MS,
}: ChildOptions): Promise<ChildCost> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...flags, '--import', USAGE_MODULE, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    timeout: longestMs,
    killSignal: 'SIGKILL',
  });
  const closed = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [stdout, stderr, usage, exitCode] = await Promise.all([
    consume(child.stdout!, { readRate, keepOutput, keepLastLine }),
    text(child.stderr!),
    text(child.stdio[3] as Readable),
    closed,
  ]);
  const wallMs = performance.now() - startedAt;
  if (exitCode !== 0) throw new Error(`node ${args.join(' ')} ended with ${exitCode}:\n${stderr.slice(-2000)}`);
  return { ...stdout, stderr, wallMs, ...(JSON.parse(usage) as Pick<ChildCost, 'cpuMs' | 'peakRssMb'>) };
}

/** Milliseconds until a Node process has ended, nothing loaded into it but what it loads itself. */
export async function measureWall(
  args: readonly string[],
  { stderr = 'inherit' }: { stderr?: 'inherit' | 'ignore' } = {},
): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', stderr], timeout: LONGEST_RUN_MS });
  child.stdout.resume();
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (exitCode !== 0) throw new Error(`node ${args.join(' ')} ended with ${exitCode}`);
  return performance.now() - startedAt;
}

async function consume(
  stdout: Readable,
  { readRate, keepOutput, keepLastLine }: { readRate: number; keepOutput: boolean; keepLastLine: boolean },
): Promise<Pick<ChildCost, 'bytes' | 'output'>> {
  let chunks: Buffer[] = [];
  let bytes = 0;
  let startedAt: number | undefined;
  for await (const chunk of stdout as AsyncIterable<Buffer>) {
    startedAt ??= performance.now();
    bytes += chunk.length;
    if (keepOutput || keepLastLine) chunks.push(chunk);
    // A new line begins in this chunk: what is before it is not the last one.
    const begins = keepLastLine ? chunk.lastIndexOf(NEW_LINE, -2) : -1;
    if (begins !== -1) chunks = [chunk.subarray(begins + 1)];
    const aheadMs = (bytes / readRate) * 1000 - (performance.now() - startedAt);
    if (aheadMs > 0) await sleep(aheadMs);
  }
  return { bytes, output: Buffer.concat(chunks) };
}
