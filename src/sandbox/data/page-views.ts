import type { Span } from './days.js';
import { createDraw, hash } from './hash.js';
import { computeKnownPart, type Moment, type Page } from './page.js';

/** `views` of page statistics, by view. */
export type Views = Readonly<Record<string, { readonly pageViews: number; readonly uniquePageViews?: number }>>;

/** Parts of a page; careers is jobs plus life. */
const SECTIONS = ['all', 'overview', 'about', 'people', 'jobs', 'careers', 'lifeAt', 'insights', 'products'] as const;
const OLD_SECTIONS: readonly string[] = ['all', 'overview', 'jobs', 'careers', 'lifeAt'];

/**
 * Views of each section in total, on desktop and on mobile. `unique`: whether LinkedIn also counts distinct members.
 */
const VIEWS = SECTIONS.flatMap((section) => {
  const capital = `${section.charAt(0).toUpperCase()}${section.slice(1)}`;
  const [desktop, mobile] = section === 'all' ? ['allDesktop', 'allMobile'] : [`desktop${capital}`, `mobile${capital}`];
  const old = OLD_SECTIONS.includes(section);
  const devicesToo = section === 'all' || section === 'overview';
  return [
    { key: `${section}PageViews`, old, unique: true },
    { key: `${desktop}PageViews`, old, unique: devicesToo },
    { key: `${mobile}PageViews`, old, unique: devicesToo },
  ];
});

/** Visits to each section, as a fraction of those to the overview. */
const SIDE_SECTIONS = { about: 0.05, people: 0.06, jobs: 0.03, lifeAt: 0.01, insights: 0.004, products: 0.02 };

/** Final views of a day, in the order of `VIEWS`. */
export function computeFinalViews(page: Page, day: number): number[] {
  const draw = createDraw(hash(page.seed, page.id, day, 101));
  if (page.inactive || draw() < 0.07) return VIEWS.map(() => 0);
  const visits = Math.ceil(Math.max(6, page.followers * 0.012) * (0.4 + draw()));
  const bySection: Record<string, readonly number[]> = { overview: divide(visits, draw) };
  for (const [section, share] of Object.entries(SIDE_SECTIONS)) {
    bySection[section] = divide(Math.floor(2 * visits * share * draw() + draw()), draw);
  }
  bySection['all'] = addUp(Object.values(bySection));
  bySection['careers'] = addUp([bySection['jobs'] ?? [], bySection['lifeAt'] ?? []]);
  return SECTIONS.flatMap((section) => bySection[section] ?? []);
}

/** Total, desktop, mobile: the latter two may add up to less than the total (page-statistics, read 2026-11-22). */
function divide(total: number, draw: () => number): readonly number[] {
  const desktop = Math.floor(total * (0.5 + 0.4 * draw()));
  return [total, desktop, Math.floor((total - desktop) * 0.95)];
}

function addUp(rows: readonly (readonly number[])[]): readonly number[] {
  return [0, 1, 2].map((column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0));
}

/** Views of a span of days, as served at a moment. */
export function sumViews(page: Page, { start, end }: Span, moment: Moment): number[] {
  const sums = VIEWS.map(() => 0);
  for (let day = start; day < end; day++) {
    const known = computeKnownPart(day, moment);
    for (const [index, count] of computeFinalViews(page, day).entries()) {
      sums[index] = (sums[index] ?? 0) + Math.floor(count * known);
    }
  }
  return sums;
}

/** Views as LinkedIn writes them. `days`: length of the span, or null if there are no unique views. */
export function writeViews(counts: readonly number[], { days, old }: { days: number | null; old: boolean }): Views {
  const views: Record<string, { pageViews: number; uniquePageViews?: number }> = {};
  for (const [index, view] of VIEWS.entries()) {
    if (old && !view.old) continue;
    const pageViews = counts[index] ?? 0;
    // Members who come on several days count only once.
    const repeated = days === 1 ? 0.75 : 0.6;
    views[view.key] = {
      pageViews,
      ...(days !== null && view.unique && { uniquePageViews: Math.ceil(pageViews * repeated) }),
    };
  }
  return views;
}
