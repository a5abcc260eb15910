import { findFirstDay, type Span } from './days.js';
import { distribute } from './facets.js';
import { hash, pick, shuffle } from './hash.js';
import { sumViews, writeViews, type Views } from './page-views.js';
import type { View } from './statistics.js';
import {
  AREA_GEOS,
  COUNTRIES,
  COUNTRY_GEOS,
  FUNCTIONS,
  INDUSTRIES,
  REGIONS,
  SENIORITIES,
  STAFF_COUNT_RANGES,
} from './vocabulary.js';

/** `totalPageStatistics` of a span, or of a lifetime. */
export interface PageStatistics {
  readonly views: Views;
  readonly clicks?: Readonly<Record<string, unknown>>;
}

const BUTTONS = ['VISIT_WEBSITE', 'CONTACT_US', 'LEARN_MORE', 'REGISTER', 'SIGN_UP'] as const;

/** Array name, key of its items, values, and whether items have every view or only that of all pages. */
const COMMON_FACETS = [
  ['pageStatisticsBySeniority', 'seniority', SENIORITIES, true],
  ['pageStatisticsByFunction', 'function', FUNCTIONS, true],
  ['pageStatisticsByStaffCountRange', 'staffCountRange', STAFF_COUNT_RANGES, true],
] as const;
const FACETS = [
  ...COMMON_FACETS,
  ['pageStatisticsByIndustryV2', 'industryV2', INDUSTRIES, false],
  ['pageStatisticsByGeoCountry', 'geo', COUNTRY_GEOS, false],
  ['pageStatisticsByGeo', 'geo', AREA_GEOS, false],
] as const;
/** As they were before 2023. */
const OLD_FACETS = [
  ...COMMON_FACETS,
  ['pageStatisticsByIndustry', 'industry', INDUSTRIES, true],
  ['pageStatisticsByCountry', 'country', COUNTRIES, true],
  ['pageStatisticsByRegion', 'region', REGIONS, true],
] as const;
const TARGETED_CONTENT = ['urn:li:organizationTargetedContent:5120', 'urn:li:organizationTargetedContent:5121'];

/** Page statistics of a day or month as served now; the current one is served up to now. */
export function servePages(view: View, span: Span): PageStatistics | undefined {
  const { page, moment, served } = view;
  if (span.start < served.start || span.start >= served.end) return undefined;
  const end = Math.min(span.end, served.end);
  const counts = sumViews(page, { start: span.start, end }, moment);
  if (view.omitEmptyDays && counts[0] === 0) return undefined;
  const views = writeViews(counts, { days: end - span.start, old: view.pageViewsOld });
  return { clicks: { ...countClicks(view, views), ...(view.pageClicksOld && countOldClicks(views)) }, views };
}

/** The element of the lifetime page statistics: the twelve months that LinkedIn looks back. */
export function serveLifetimePages(view: View): Record<string, unknown> {
  const { page, moment, served, pageViewsOld: old } = view;
  const counts = sumViews(page, { start: findFirstDay(moment.now), end: served.end }, moment);
  const views = writeViews(counts, { days: null, old });
  return {
    organization: `urn:li:organization:${page.id}`,
    totalPageStatistics: { ...(view.pageClicksOld && { clicks: countOldClicks(views) }), views },
    ...spreadFacets(view, counts),
  };
}

function spreadFacets({ page, pageViewsOld: old }: View, counts: readonly number[]): Record<string, unknown> {
  const [total = 0] = counts;
  const facets: Record<string, unknown> = {};
  for (const [index, [array, key, values, full]] of (old ? OLD_FACETS : FACETS).entries()) {
    const order = shuffle(values, hash(page.seed, page.id, 111, index));
    facets[array] = distribute(order, Math.floor(total * 0.9)).map(([value, part]) => ({
      [key]: value,
      pageStatistics: { views: full ? scaleViews(counts, part / total, old) : { allPageViews: { pageViews: part } } },
    }));
  }
  // Most pages show everyone the same content.
  const targeted = total > 0 && page.id % 2 === 0 ? TARGETED_CONTENT : [];
  const items = targeted.map((targetedContent, rank) => ({
    targetedContent,
    pageStatistics: { views: scaleViews(counts, 0.02 / (rank + 1), old) },
  }));
  return { ...facets, ...(!old && { pageStatisticsByTargetedContent: items }) };
}

function scaleViews(counts: readonly number[], part: number, old: boolean): Views {
  return writeViews(
    counts.map((count) => Math.floor(count * part)),
    { days: null, old },
  );
}

/** Clicks on the page's button; each page has one kind. */
function countClicks({ page }: View, views: Views): Record<string, unknown> {
  const customButtonType = pick(BUTTONS, hash(page.seed, page.id, 112));
  const list = (device: string): unknown[] => {
    const clicks = Math.floor((views[`${device}OverviewPageViews`]?.pageViews ?? 0) * 0.09);
    return clicks > 0 ? [{ customButtonType, clicks }] : [];
  };
  return { mobileCustomButtonClickCounts: list('mobile'), desktopCustomButtonClickCounts: list('desktop') };
}

/** As they were before 2023. */
function countOldClicks(views: Views): Record<string, unknown> {
  const count = (view: string): number => Math.floor((views[view]?.pageViews ?? 0) / 3);
  return {
    careersPageClicks: {
      careersPagePromoLinksClicks: count('lifeAtPageViews'),
      careersPageBannerPromoClicks: 0,
      careersPageJobsClicks: count('desktopJobsPageViews'),
      careersPageEmployeesClicks: count('desktopLifeAtPageViews'),
    },
    mobileCareersPageClicks: {
      careersPageJobsClicks: count('mobileJobsPageViews'),
      careersPagePromoLinksClicks: 0,
      careersPageEmployeesClicks: count('mobileLifeAtPageViews'),
    },
  };
}
