import type { Post, Sandbox } from '../../src/sandbox/index.js';
import type { StateValue } from '../../src/singer/state.js';
import { select } from './catalogs.js';
import type { Json, TapRun } from './output.js';
import { settingsOf, TURBINES, urn } from './sandboxes.js';
import { runTap } from './tap.js';

/** The first day for which posts have numbers: twelve months before the suite's clock. */
export const SERVED_SINCE = Date.UTC(2025, 10, 22);

export interface PostsRun {
  readonly streams?: readonly string[];
  readonly settings?: object;
  readonly state?: StateValue;
  /** Further arguments. */
  readonly args?: readonly string[];
}

/** Reads everything in these streams of posts of one page. */
export async function readPosts(
  sandbox: Sandbox,
  { streams = ['posts'], settings = {}, state, args = [] }: PostsRun = {},
): Promise<TapRun> {
  const config = settingsOf(sandbox, { organization_ids: [TURBINES], start_date: 'last run', ...settings });
  return await runTap({ config, catalog: select(...streams), args, ...(state && { state }) });
}

/** What a state says about the page in a stream. */
export const bookmarkOf = ({ state }: Pick<TapRun, 'state'>, stream = 'posts'): Json =>
  (state.bookmarks[stream]?.[urn(TURBINES)] ?? {}) as Json;

export const idsOf = (run: TapRun, stream = 'posts', column = 'id'): unknown[] =>
  run.records(stream).map((record) => record[column]);

/** The posts of the page that were modified within twelve months. */
export const recentPosts = (sandbox: Sandbox): Post[] =>
  sandbox.truth.posts(TURBINES).filter(({ lastModifiedAt }) => lastModifiedAt >= SERVED_SINCE);

/** Calls to a resource since the log was cleared, as the part of the URL after it. */
export const callsTo = (sandbox: Sandbox, resource: string): string[] =>
  sandbox.requests().flatMap((call) => (call.resource === resource ? [call.url] : []));
