// The baseline for the tap: the same calls with the same concurrency, each answer parsed, and the same number of bytes
// written in pieces of 64 KiB. Nothing is checked, retried, converted or remembered.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import fetch from 'node-fetch';

export interface BareScript {
  readonly calls: readonly { readonly url: string; readonly headers: Readonly<Record<string, string>> }[];
  readonly concurrency: number;
  readonly bytes: number;
}

const { calls, concurrency, bytes } = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as BareScript;
const PIECE = Buffer.alloc(64 * 1024, '.');
const agent = new Agent({ keepAlive: true });
let answered = 0;
let written = 0;

async function write(length: number): Promise<void> {
  written += length;
  if (!process.stdout.write(PIECE.subarray(0, length))) await once(process.stdout, 'drain');
}

const queue = calls[Symbol.iterator]();
await Promise.all(
  Array.from({ length: concurrency }, async () => {
    for (const { url, headers } of queue) {
      const response = await fetch(url, { headers, agent });
      if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
      JSON.parse(await response.text());
      answered += 1;
      const due = Math.floor((bytes * answered) / calls.length);
      while (due - written >= PIECE.length) await write(PIECE.length);
    }
  }),
);
await write(bytes - written);
agent.destroy();
