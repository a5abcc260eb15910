import type { Fault, SandboxPatch } from '../../src/sandbox/index.js';

/** Something a member does between two nights to one of the posts that exist then. */
export interface PostAction {
  readonly do:
    'edit' | 'delete' | 'comment' | 'react' | 'take back' | 'take back comment' | 'edit comment' | 'share' | 'mention';
  /** Index of the page, and of the post on the page from the newest on; both wrap around. */
  readonly page: number;
  readonly post: number;
}

/** How a run is ended from outside: after this many bytes of its output. */
export interface Cut {
  readonly by: 'SIGKILL' | 'SIGTERM' | 'reader';
  readonly afterBytes: number;
}

/** Something odd that LinkedIn answers whenever it is asked about one post. */
export interface PostOddity extends Pick<PostAction, 'page' | 'post'> {
  readonly resource: string;
  readonly kind: 'status' | 'key' | 'remove';
  readonly status: number;
  readonly times: number | 'always';
}

/** One night: what changed since the previous one, and the run. */
export interface Night {
  /** Days since the first night. */
  readonly day: number;
  readonly patch: SandboxPatch;
  readonly actions: readonly PostAction[];
  readonly faults: readonly Fault[];
  readonly oddities: readonly PostOddity[];
  readonly settings: Readonly<Record<string, unknown>>;
  readonly streams: readonly string[];
  readonly cut: Cut | null;
}

/** Some days of a set of pages and of a tap that reads them every night, with everything that goes wrong. */
export interface Life {
  readonly seed: number;
  readonly sandbox: SandboxPatch;
  /** What each night starts with. */
  readonly usual: SandboxPatch;
  /** Settings of every night. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly usesRefreshToken: boolean;
  readonly nights: readonly Night[];
  /** Fields that the catalog leaves out, `stream.field`. */
  readonly deselected: readonly string[];
  /** A page on which the role is lost for good. */
  readonly lost: number | null;
  /** Final nights on which nothing goes wrong: the next one, and one on which everything is due for a full sweep. */
  readonly calm: readonly [Night, Night];
}

/** What goes wrong in a life, by kind. */
export function countTroubles({ nights }: Life): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (kind: string, number = 1): void => void counts.set(kind, (counts.get(kind) ?? 0) + number);
  for (const { patch, actions, faults, oddities, settings, cut } of nights) {
    for (const { kind, status } of faults) add(kind === 'status' ? `status ${status}` : kind);
    for (const { kind, status } of oddities) add(`odd post: ${kind}${kind === 'remove' ? '' : ` ${status}`}`);
    for (const action of actions) add(`post: ${action.do}`);
    for (const name of Object.keys(patch)) add(`sandbox: ${name}`);
    for (const name of Object.keys(settings)) add(`setting: ${name}`);
    if (cut) add(`cut: ${cut.by}`);
  }
  return counts;
}
