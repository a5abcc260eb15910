import { hash } from '../hash.js';
import type { Page } from '../page.js';
import { kindOf, type PostType } from './kinds.js';
import { computeCreation } from './times.js';

/**
 * LinkedIn's ids of posts, activities and comments begin with the time of creation; their last 22 bits are free. Here,
 * in ids of posts and activities, those bits identify the page, so a post is found without a list of posts.
 */
const FREE_BITS = 22;

/** An activity is created a moment after its post. */
const ACTIVITY_DELAY = 137;

/** Id of something created at `time`; the free bits are a hash of `parts`. Too large for a JavaScript number. */
export function composeId(time: number, ...parts: readonly number[]): string {
  return String((BigInt(time) << BigInt(FREE_BITS)) | BigInt(shorten(hash(...parts))));
}

/** When something was created, read from its id. */
export function readTime(id: string): number {
  return Number(BigInt(id) >> BigInt(FREE_BITS));
}

/** The free bits in the ids of a page's posts. */
export function computeMark(seed: number, id: number): number {
  return shorten(hash(seed, id, 202));
}

export function composePostUrn(page: Page, index: number): string {
  return `urn:li:${kindOf(index).type}:${composeId(computeCreation(page, index), page.seed, page.id, 202)}`;
}

/** The post's activity, another name for the post. */
export function composeActivityUrn(page: Page, index: number): string {
  const time = computeCreation(page, index) + ACTIVITY_DELAY;
  return `urn:li:activity:${composeId(time, page.seed, page.id, 202)}`;
}

/** What the URN of a post or its activity says. */
export interface PostUrn {
  readonly type: PostType | 'activity';
  /** When the post was created. */
  readonly createdAt: number;
  readonly mark: number;
}

export function parsePostUrn(urn: string): PostUrn | undefined {
  const [, type, id = ''] = /^urn:li:(share|ugcPost|activity):(\d{1,19})$/.exec(urn) ?? [];
  if (type === undefined) return undefined;
  return {
    type: type as PostUrn['type'],
    createdAt: readTime(id) - (type === 'activity' ? ACTIVITY_DELAY : 0),
    mark: Number(BigInt.asUintN(FREE_BITS, BigInt(id))),
  };
}

function shorten(hashed: number): number {
  return hashed >>> (32 - FREE_BITS);
}
