import { formatCount } from '../../count.js';

/** `12 posts refused`, `1 post refused`: `what` begins with a plural. */
export function counted(count: number, what: string): string {
  const one = what.replace(/^((?:(?:more|further) )?\w+?)(?:ies|s)\b/, (plural, stem: string) =>
    plural.endsWith('ies') ? `${stem}y` : stem,
  );
  return `${formatCount(count)} ${count === 1 ? one : what}`;
}

/** `3.4 s`, `12 min 5 s`, `1 h 5 min` */
export function formatSeconds(seconds: number): string {
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes} min ${Math.floor(seconds % 60)} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** The most pages that a message names; the others are only counted. */
const NAMED = 3;

/** Names pages by their ids: `organization 999`, `12 pages (999, 1000, 1001 and 9 more)`. */
export function namePages(pages: readonly string[]): string {
  return pages.length === 1 ? `organization ${pages[0]}` : `${pages.length} pages (${nameSome(pages, NAMED)})`;
}

/** `posts and comments`, `23 streams` */
export function nameStreams(streams: ReadonlySet<string>): string {
  return streams.size <= 2 ? [...streams].join(' and ') : `${streams.size} streams`;
}

/** `a, b, c and 4 more` */
export function nameSome(names: readonly string[], most: number): string {
  const more = names.length - most;
  return `${names.slice(0, most).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
