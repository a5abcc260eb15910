import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

const LONGEST_RUN_MS = 300_000;
const NEW_LINE = 10;
const USAGE_MODULE = new URL('usage.js', import.meta.url).href;

export interface ChildOptions {
  /** Options for V8 and Node, before the script. */
  readonly flags?: readonly string[];
  /** The script and its arguments. */
  readonly args: readonly string[];
  /** How fast its stdout is read, in bytes per second. */
  readonly readRate?: number;
  /** Whether to keep its stdout. */
  readonly keepOutput?: boolean;
  /** Whether to keep the last line of its stdout. */
  readonly keepLastLine?: boolean;
  /** Kill it after this many milliseconds. */
  readonly longestMs?: number;
}

/** What a finished process cost, according to the operating system. */
export interface ChildCost {
  readonly bytes: number;
  readonly output: Buffer;
  readonly stderr: string;
  readonly wallMs: number;
  /** User and system. */
  readonly cpuMs: number;
  readonly peakRssMb: number;
}

/**
 * Runs a Node process until it ends.
 *
 * @throws Error if it exits with anything but 0
 */
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

/** Milliseconds until a Node process has ended, without the usage module loaded into it. */
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
    // A new line begins in this chunk: whatever precedes it is not the last line.
    const begins = keepLastLine ? chunk.lastIndexOf(NEW_LINE, -2) : -1;
    if (begins !== -1) chunks = [chunk.subarray(begins + 1)];
    const aheadMs = (bytes / readRate) * 1000 - (performance.now() - startedAt);
    if (aheadMs > 0) await sleep(aheadMs);
  }
  return { bytes, output: Buffer.concat(chunks) };
}
