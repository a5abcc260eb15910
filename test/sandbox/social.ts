import type { Sandbox } from '../../src/sandbox/index.js';
import { NORTHWIND } from './client.js';

export type Json = Readonly<Record<string, unknown>>;

/** A page on which the member has no role. */
export const FOREIGN = 104729450;

/** Text encoded as a key in a path, or as part of one. */
export function encodeKey(text: string): string {
  return encodeURIComponent(text).replaceAll('(', '%28').replaceAll(')', '%29');
}

export const commentsUrl = (urn: string, query = ''): string =>
  `/rest/socialActions/${encodeKey(urn)}/comments${query}`;
export const likesUrl = (urn: string): string => `/rest/socialActions/${encodeKey(urn)}/likes`;
export const reactionsUrl = (urn: string, query = ''): string =>
  `/rest/reactions/(entity:${encodeKey(urn)})?q=entity${query}`;

/** URNs of a page's posts, newest modification first. */
export function postsOf({ truth }: Sandbox, organization = NORTHWIND): string[] {
  return truth.posts(organization).map(({ id }) => id);
}

export function findPost(sandbox: Sandbox, holds: (urn: string) => boolean): string {
  return postsOf(sandbox).find(holds) ?? 'none';
}

/** The newest post with more than three comments. */
export function findCommented(sandbox: Sandbox): string {
  return findPost(sandbox, (urn) => sandbox.truth.comments(urn).length > 3);
}

/** The newest post with more than five reactions. */
export function findReacted(sandbox: Sandbox): string {
  return findPost(sandbox, (urn) => sandbox.truth.reactions(urn).length > 5);
}

export function activityOf({ truth }: Sandbox, urn: string): string {
  return String(truth.socialMetadata(urn)['entity']);
}
