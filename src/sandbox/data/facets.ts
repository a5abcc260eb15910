import { computeTotal } from './followers.js';
import { hash, shuffle } from './hash.js';
import type { Page } from './page.js';
import { AREA_GEOS, COUNTRY_GEOS, FUNCTIONS, INDUSTRIES, SENIORITIES, STAFF_COUNT_RANGES } from './vocabulary.js';

export interface FacetItem {
  readonly followerCounts: { readonly organicFollowerCount: number; readonly paidFollowerCount: number };
  /** The facet's value, under the facet's key. */
  readonly [key: string]: unknown;
}

/** LinkedIn serves only the top hundred values of a facet (follower-statistics, read 2026-11-22). */
const MOST_ITEMS = 100;

/** Array name, key of its items, values, and the fraction of followers whose value is known. */
const FACETS = [
  ['followerCountsBySeniority', 'seniority', SENIORITIES, 0.86],
  ['followerCountsByFunction', 'function', FUNCTIONS, 0.81],
  ['followerCountsByIndustry', 'industry', INDUSTRIES, 0.78],
  ['followerCountsByStaffCountRange', 'staffCountRange', STAFF_COUNT_RANGES, 0.74],
  ['followerCountsByGeoCountry', 'geo', COUNTRY_GEOS, 0.93],
  ['followerCountsByGeo', 'geo', AREA_GEOS, 0.67],
] as const;

/** The seven facets of the lifetime follower statistics; each adds up to less than the total. */
export function computeFacets(page: Page, now: number): Record<string, FacetItem[]> {
  const total = computeTotal(page, now);
  const facets: Record<string, FacetItem[]> = { followerCountsByAssociationType: countAssociations(total) };
  for (const [index, [array, key, values, known]] of FACETS.entries()) {
    const order = shuffle(values, hash(page.seed, page.id, 41, index));
    facets[array] = distribute(order, Math.floor(total * known)).map(([value, organic]) => ({
      followerCounts: countFollowers(organic),
      [key]: value,
    }));
  }
  return facets;
}

/** Two items at most; the one for followers who are not employees has no `associationType`. */
function countAssociations(total: number): FacetItem[] {
  const employees = Math.floor(total * 0.03);
  const others = Math.floor(total * 0.01);
  return [
    ...(employees > 0 ? [{ followerCounts: countFollowers(employees), associationType: 'EMPLOYEE' }] : []),
    ...(others > 0 ? [{ followerCounts: countFollowers(others) }] : []),
  ];
}

function countFollowers(organic: number): FacetItem['followerCounts'] {
  return { organicFollowerCount: organic, paidFollowerCount: Math.floor(organic / 50) };
}

/** Spreads a number over values, with the most on the first; values that get none are left out. */
export function distribute(values: readonly string[], total: number): [string, number][] {
  const weights = values.map((_, rank) => 1 / (rank + 1) ** 0.8);
  const sum = weights.reduce((left, right) => left + right, 0);
  return values
    .map((value, rank): [string, number] => [value, Math.floor((total * (weights[rank] ?? 0)) / sum)])
    .filter(([, part]) => part > 0)
    .slice(0, MOST_ITEMS);
}
