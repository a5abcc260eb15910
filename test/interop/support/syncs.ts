import { startSandbox, type Sandbox } from '../../../src/sandbox/sandbox.js';
import type { Stream } from '../../../src/streams/entry.js';
import { ALL_STREAMS, selecting } from '../../support/catalogs.js';
import type { Json, TapRun } from '../../support/output.js';
import { runProcess } from '../../support/process.js';
import { LABS, NOW, settingsOf } from '../../support/sandboxes.js';
import { expectedRecords } from '../../truth/records.js';

/** Both kinds of newline, a tab, quotes, NUL, a backslash that does not escape anything, emoji and other scripts. */
export const HARD_TEXT = 'Wind 🌬️ und Wärme,\n"zwei\u0000 Zeilen"\r\n\tim \\n Labor; 風車, مختبرات';

/** Any page will do, even one's own. */
export const BENCHMARKS = [LABS];

/** Three pages with everything that a stream can contain, and texts that are hard to handle. */
export async function startWholeSandbox(): Promise<Sandbox> {
  const sandbox = await startSandbox({ now: NOW, organizations: 3, oldGeography: true, postsPerOrganization: 72 });
  const [post] = sandbox.truth.posts(sandbox.truth.organizations()[0]!.id);
  sandbox.act({ do: 'edit', post: post!.id, commentary: HARD_TEXT });
  sandbox.act({ do: 'comment', on: post!.id, text: HARD_TEXT });
  return sandbox;
}

/** Lets the built tap read everything in every stream. `state` is the text of its file. */
export async function syncAll(
  sandbox: Sandbox,
  { settings = {}, state }: { settings?: object; state?: string } = {},
): Promise<TapRun> {
  const run = await runProcess({
    config: settingsOf(sandbox, { start_date: 'last run', benchmark_organization_ids: BENCHMARKS, ...settings }),
    catalog: selecting(ALL_STREAMS),
    state,
  });
  if (run.exitCode !== 0) throw new Error(`The tap ended with ${run.exitCode}.\n${run.stderr}`);
  return run;
}

/** One sync of one sandbox, shared by all tests that need no more. */
export interface WholeSync {
  readonly sandbox: Sandbox;
  readonly plain: TapRun;
  readonly flattened: TapRun;
}

let whole: Promise<WholeSync> | undefined;

export async function useWholeSync(): Promise<WholeSync> {
  whole ??= read();
  return await whole;
}

/** The records that a stream of the sync should have. */
export function expectedOf({ sandbox, plain }: WholeSync, stream: Stream): Json[] {
  const known = { truth: sandbox.truth, now: NOW, benchmarks: BENCHMARKS };
  return [...expectedRecords(stream, known, plain.records(stream.name)).values()];
}

async function read(): Promise<WholeSync> {
  const sandbox = await startWholeSandbox();
  const plain = await syncAll(sandbox);
  return { sandbox, plain, flattened: await syncAll(sandbox, { settings: { flattening_enabled: true } }) };
}

after(async () => {
  await (await whole)?.sandbox.close();
});
