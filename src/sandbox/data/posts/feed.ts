import { DAY } from '../days.js';
import { hash } from '../hash.js';
import type { Page } from '../page.js';
import type { PostActivity } from './activity.js';
import { countHidden, kindOf } from './kinds.js';
import { computeCreation } from './times.js';

/** A page's posts at one moment. */
export interface Feed {
  readonly page: Page;
  readonly now: number;
  /** Posts so far, including deleted ones and those that only the author sees. */
  readonly count: number;
  /** What has been done while the sandbox runs, by post number. */
  readonly activity: ReadonlyMap<number, PostActivity>;
}

/** One post, listed or not. */
export interface Place {
  readonly feed: Feed;
  readonly index: number;
}

/** READER sees what is published; AUTHOR also sees drafts and failures. */
export type ViewContext = 'READER' | 'AUTHOR';
export type PostOrder = 'LAST_MODIFIED' | 'CREATED';

export function isListed({ feed, index }: Place, context: ViewContext): boolean {
  return !feed.activity.get(index)?.deleted && isVisible(index, context);
}

function isVisible(index: number, context: ViewContext): boolean {
  return context === 'AUTHOR' || !kindOf(index).hidden;
}

export function countListed(feed: Feed, context: ViewContext): number {
  let unlisted = context === 'READER' ? countHidden(feed.count) : 0;
  for (const [index, { deleted }] of feed.activity) {
    if (deleted && index < feed.count && isVisible(index, context)) unlisted++;
  }
  return feed.count - unlisted;
}

/** When a post was published, or a draft saved. */
export function computePublication(page: Page, index: number): number {
  return computeCreation(page, index) + 10 + (hash(page.seed, page.id, index, 203) % 500);
}

/** Time of a post's last edit; null if it was never edited. */
export function findEdit({ feed, index }: Place): number | null {
  return feed.activity.get(index)?.edit?.time ?? findOldEdit(feed, index);
}

const EDITED = { every: 12, first: 1 } as const;

/** Some posts are edited days to months after publication. */
function findOldEdit({ page, now }: Feed, index: number): number | null {
  if (index % EDITED.every !== EDITED.first) return null;
  const delay = hash(page.seed, page.id, index, 204) % (200 * 86_400);
  const edit = computeCreation(page, index) + DAY + delay * 1000 + 111;
  return edit <= now ? edit : null;
}

export function computeModification(place: Place): number {
  return findEdit(place) ?? computeFirstModification(place.feed.page, place.index);
}

function computeFirstModification(page: Page, index: number): number {
  return computePublication(page, index) + 20;
}

/** Numbers of the listed posts, newest first. Lazy, so the first hundred cost no more than a hundred. */
export function* listPosts(
  feed: Feed,
  { order, context }: { order: PostOrder; context: ViewContext },
): Generator<number> {
  for (const index of order === 'CREATED' ? countDown(feed.count) : listByModification(feed)) {
    if (isListed({ feed, index }, context)) yield index;
  }
}

function* countDown(count: number): Generator<number> {
  for (let index = count - 1; index >= 0; index--) yield index;
}

/** Unedited posts were modified in order of creation; the few edited ones are merged in. */
function* listByModification(feed: Feed): Generator<number> {
  const edited = listEdited(feed);
  const isEdited = new Set(edited.map(({ index }) => index));
  let next = edited.shift();
  for (const index of countDown(feed.count)) {
    if (isEdited.has(index)) continue;
    for (; next && next.time > computeFirstModification(feed.page, index); next = edited.shift()) yield next.index;
    yield index;
  }
  for (; next; next = edited.shift()) yield next.index;
}

/** Newest edit first, also within a millisecond. */
function listEdited(feed: Feed): { index: number; time: number; turn: number }[] {
  const edited: { index: number; time: number; turn: number }[] = [];
  for (const [index, { edit }] of feed.activity) {
    if (edit && index < feed.count) edited.push({ index, ...edit });
  }
  for (let index: number = EDITED.first; index < feed.count; index += EDITED.every) {
    const time = feed.activity.get(index)?.edit ? null : findOldEdit(feed, index);
    if (time !== null) edited.push({ index, time, turn: 0 });
  }
  return edited.sort((one, other) => other.time - one.time || other.turn - one.turn);
}
