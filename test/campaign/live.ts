import { join } from 'node:path';
import { startSandbox, type Fault, type Sandbox } from '../../src/sandbox/index.js';
import type { StateValue } from '../../src/singer/state.js';
import { STREAM_TABLE } from '../../src/streams/table.js';
import type { TapRun } from '../support/output.js';
import { OTHERS } from './draw.js';
import { Ledger } from './ledger.js';
import type { Cut, Life, Night, PostAction, PostOddity } from './life.js';
import type { Leeway } from './lie.js';
import type { NightInputs } from './night.js';
import { listRows, type KnownRows } from './rows.js';

/** Carries out one run of the tap; `folder` is for its files. */
export type Runner = (at: { inputs: NightInputs; cut: Cut | null; folder: string }) => Promise<TapRun>;

export interface Outcome {
  readonly problems: readonly string[];
  /** Number of rows, counted by key, that all runs wrote. */
  readonly rows: number;
  readonly runs: number;
}

const FIRST_NIGHT = Date.parse('2026-11-22T04:30:00Z');
const DAY_MS = 86_400_000;
const DETAILS = ['comments', 'likes', 'reactions'];

/**
 * Lives a life night by night, each run continuing from the last STATE written, and reports what was lost or invented.
 */
export async function live(life: Life, { run, folder }: { run: Runner; folder: string }): Promise<Outcome> {
  const sandbox = await startSandbox({ now: FIRST_NIGHT, ...life.sandbox });
  try {
    return await liveOn(sandbox, life, { run, folder });
  } finally {
    await sandbox.close();
  }
}

async function liveOn(
  sandbox: Sandbox,
  life: Life,
  { run, folder }: { run: Runner; folder: string },
): Promise<Outcome> {
  const ids = sandbox.truth.acls().map(({ organization }) => Number(organization.split(':').at(-1)));
  const ledger = new Ledger();
  const nights = [...life.nights, ...life.calm];
  let state: StateValue | null = null;
  for (const [number, night] of nights.entries()) {
    const now = FIRST_NIGHT + night.day * DAY_MS + number * 1000;
    sandbox.set({ ...life.usual, now });
    sandbox.set(night.patch);
    for (const action of night.actions) perform(sandbox, action, ids);
    const odd = night.oddities.flatMap((oddity) => faultOf(sandbox, oddity, ids));
    sandbox.set({ faults: [...odd, ...night.faults] });
    const inputs = {
      config: configOf(sandbox, life, night),
      streams: night.streams,
      deselected: life.deselected,
      state,
    };
    const { start_date: since, time_granularity: granularity } = { ...life.settings, ...night.settings } as unknown as {
      start_date: string;
      time_granularity: 'DAY' | 'MONTH';
    };
    const { truth } = sandbox;
    const leads = night.streams.includes('notifications');
    const listKnown = (streams: readonly string[] = night.streams, anyAge = false): KnownRows =>
      listRows(streams, {
        anyAge,
        truth,
        now: new Date(now).toISOString(),
        ids,
        benchmarks: OTHERS,
        since,
        granularity,
      });
    // What is deleted during a walk was still there when its page came.
    const atFirst = night.patch.deleteWhilePaging === undefined ? null : listKnown();
    const result = await run({ inputs, cut: night.cut, folder: join(folder, String(number)) });
    // What was read earlier that day is not read again, even if it has changed since.
    const wasResumed = state !== null && 'resume' in state;
    state = result.states.at(-1) ?? state;
    const known = listKnown();
    const before = ledger.problems.length;
    const postsMove = night.patch.editWhilePaging === true || night.patch.showLate === true;
    const daysAppear = life.sandbox.omitEmptyDays === true;
    const wanted = leewayOf(life);
    const removed = odd.flatMap(({ fields = [] }) => fields);
    const leeway = { ...wanted, lacking: [...wanted.lacking, ...removed] };
    ledger.take(result, {
      known: new Map([...(atFirst ?? []), ...(leads ? listKnown(DETAILS, true) : []), ...known]),
      nameOf: (urn) => truth.nameOf(urn),
      postsMove,
      leeway,
      granularity,
      daysAppear,
    });
    if (life.calm.includes(night)) expectAll({ ledger, life, night, known, result, ids, leeway: wanted });
    else if (result.exitCode === 0 && !night.cut && !postsMove && !wasResumed) {
      // A post that LinkedIn refuses does not fail the run, and has no numbers.
      const refuses = odd.length > 0 || night.faults.some(({ status }) => status !== undefined);
      const streams = [...DEFAULT_STREAMS].filter((name) => !refuses || name !== 'post_statistics');
      const organizations = new Set(readable(sandbox, inputs.config));
      ledger.expect(known, { streams: new Set(streams), organizations, leeway: wanted });
    }
    for (let at = before; at < ledger.problems.length; at++)
      ledger.problems[at] = `night ${number}: ${ledger.problems[at]}`;
  }
  return { problems: ledger.problems, rows: ledger.size, runs: nights.length };
}

/** What a record lacks because the user did not want it: deselected fields, and members. */
function leewayOf({ deselected, settings }: Life): Leeway {
  const lacking = deselected.map((path) => path.split('.')[1]!);
  return { lacking, differing: 'member_data' in settings ? MEMBER_FIELDS : [] };
}

const MEMBER_FIELDS = [
  'subscriber',
  'generatedActivity',
  'decoratedSourcePost',
  'decoratedGeneratedActivity',
  'actor',
  'agent',
  'impersonator',
  'text',
  'commentary',
  'owner',
  'recipient',
  'mentions',
];

/** Refusing any other stream is not a failure, so exit code 0 does not mean that all of its rows came. */
const DEFAULT_STREAMS: ReadonlySet<string> = new Set(
  STREAM_TABLE.flatMap(({ name, selectedByDefault, neverFails }) => (selectedByDefault && !neverFails ? [name] : [])),
);

/** Pages that a run of these settings reads. */
function readable({ truth }: Sandbox, { organization_ids: named }: Settings): number[] {
  const administered = truth.organizations().map(({ id }) => id);
  return named ? administered.filter((id) => named.includes(id)) : administered;
}

function expectAll(at: {
  ledger: Ledger;
  life: Life;
  night: Night;
  known: KnownRows;
  result: TapRun;
  ids: readonly number[];
  leeway: Leeway;
}): void {
  const { ledger, life, night, known, result, ids, leeway } = at;
  // A named page without the role is a failure, unless LinkedIn refuses only what it refuses to many apps.
  const mayFail = 'organization_ids' in life.settings && life.lost !== null && result.exitCode === 1;
  if (result.exitCode !== 0 && !mayFail) {
    ledger.problems.push(`exit ${result.exitCode}: ${result.logged('CRITICAL').join(' ')}`);
  }
  // Removing a comment while another is added leaves the count unchanged, and so does editing or liking one: only the
  // sweep sees that.
  const isSweep = night === life.calm[1];
  const hasSwaps = life.nights.some(({ actions }) => actions.some((action) => action.do.startsWith('take back')));
  // A refused post is requested again in three runs.
  const oddNights = life.nights.filter(({ oddities, faults }) => oddities.length + faults.length > 0).length;
  const isHidden = hasSwaps || oddNights > 3;
  const streams = new Set(night.streams.filter((name) => isSweep || !isHidden || !DETAILS.includes(name)));
  const organizations = new Set([...OTHERS, ...ids.filter((id) => id !== life.lost)]);
  ledger.expect(known, { streams, organizations, present: new Set(isSweep ? [] : DETAILS), leeway });
}

interface Settings {
  readonly organization_ids?: readonly number[];
}

function configOf(sandbox: Sandbox, life: Life, night: Night): Settings & Record<string, unknown> {
  const { api_url, oauth_url, now, ...credentials } = life.usesRefreshToken ? sandbox.oauthConfig : sandbox.config;
  const stalls = night.faults.some(({ kind }) => kind === 'stall');
  return {
    api_url,
    oauth_url,
    now,
    ...credentials,
    retry_wait: 0,
    max_tries: 3,
    request_timeout: stalls ? 0.4 : 30,
    ...life.settings,
    ...night.settings,
  };
}

function faultOf(sandbox: Sandbox, { page, post, ...fault }: PostOddity, ids: readonly number[]): Fault[] {
  const posts = sandbox.truth.posts(ids[page % ids.length]!);
  const item = posts[post % posts.length]?.id;
  if (item === undefined) return [];
  const { kind, resource, status, times } = fault;
  const body = { status, message: 'made-up trouble with this one' };
  const fields = ['count', 'topLevelCount'];
  return [{ kind, status, body, times, match: { resource, item }, ...(kind === 'remove' && { fields }) }];
}

/** Applies an action to the post it refers to, if there is one. */
function perform(sandbox: Sandbox, action: PostAction, ids: readonly number[]): void {
  const posts = sandbox.truth.posts(ids[action.page % ids.length]!);
  const post = posts[action.post % posts.length]?.id;
  if (post === undefined) return;
  switch (action.do) {
    case 'edit':
    case 'delete':
      sandbox.act({ do: action.do, post });
      return;
    case 'comment':
      sandbox.act({ do: 'comment', on: post, text: `Said on ${sandbox.config.now}` });
      return;
    case 'react': {
      const taken = sandbox.truth.reactions(post).length;
      sandbox.act({ do: 'react', on: post, actor: `urn:li:person:fictional${taken}` });
      return;
    }
    case 'share':
      sandbox.act({ do: 'share', post });
      return;
    case 'mention':
      sandbox.act({ do: 'mention', organization: ids[action.page % ids.length]! });
      return;
    case 'edit comment': {
      const comment = sandbox.truth.comments(post).at(-1);
      const urn = comment && `urn:li:comment:(${String(comment['object'])},${String(comment['id'])})`;
      if (urn) sandbox.act({ do: 'edit comment', urn, text: `Said otherwise on ${sandbox.config.now}` });
      return;
    }
    case 'take back comment': {
      const [comment] = sandbox.truth.comments(post) as readonly { readonly object: string; readonly id: string }[];
      if (comment) sandbox.act({ do: 'remove', urn: `urn:li:comment:(${comment.object},${comment.id})` });
      return;
    }
    case 'take back': {
      const [reaction] = sandbox.truth.reactions(post) as readonly { readonly id: string }[];
      if (reaction) sandbox.act({ do: 'remove', urn: reaction.id });
    }
  }
}
