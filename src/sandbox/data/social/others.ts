import { DAY, toDay } from '../days.js';
import { hash, pick } from '../hash.js';
import type { Page } from '../page.js';
import type { Place } from '../posts/feed.js';
import { composeId } from '../posts/urns.js';
import type { OthersPost } from './added.js';

/** A post by someone else that mentions a page, itself or in a comment on it. */
export interface Mention extends OthersPost {
  /** Unique among the mentions of the page. */
  readonly number: number;
  readonly in: 'post' | 'comment';
}

/** Above the numbers of all made-up mentions. */
export const ADDED_MENTIONS = 1_000_000;

const TEXTS = [
  'Congratulations to @[Northwind Turbines](urn:li:organization:104729384)!',
  'Seen at the fair 🌬️\nimpressive',
  'Ein Windrad für jedes Dach?',
] as const;

/** The mentions from `since` to `until`, in epoch milliseconds: a made-up one every few days, then added ones. */
export function listMentions(
  page: Page,
  { since, until, added }: { since: number; until: number; added: readonly OthersPost[] },
): Mention[] {
  const madeUp: Mention[] = [];
  for (let day = toDay(since); !page.inactive && day <= toDay(until); day++) {
    const turn = hash(page.seed, page.id, day, 401) % 6;
    if (turn > 1) continue;
    const time = day * DAY + (hash(page.seed, page.id, day, 402) % DAY);
    madeUp.push({
      number: day,
      in: turn === 0 ? 'post' : 'comment',
      actor: `urn:li:person:${hash(page.seed, page.id, day, 403).toString(36).padStart(7, 'm')}`,
      text: pick(TEXTS, hash(page.seed, page.id, day, 404)),
      time,
    });
  }
  const others = added.map((mention, place): Mention => ({ ...mention, number: ADDED_MENTIONS + place, in: 'post' }));
  return [...madeUp, ...others].filter(({ time }) => time >= since && time <= until);
}

/** URN of the post that mentions the page, or has a comment that does. */
export function nameMention(page: Page, number: number, time: number): string {
  return `urn:li:share:${composeId(time, page.seed, page.id, number, 405)}`;
}

/** URN of the post that shares this one. */
export function nameShare({ feed: { page }, index }: Place, number: number, time: number): string {
  return `urn:li:share:${composeId(time, page.seed, page.id, index, number, 406)}`;
}
