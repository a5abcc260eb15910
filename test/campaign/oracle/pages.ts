import type { Truth } from '../../../src/sandbox/index.js';
import type { Json } from '../../support/output.js';
import type { KnownRow } from './rows.js';

/** Stream, array of the lifetime answer, field of an item, and the wrapper that the stream takes off. */
const FOLLOWER_FACETS = [
  ['association_type', 'followerCountsByAssociationType', 'associationType'],
  ['function', 'followerCountsByFunction', 'function'],
  ['geo', 'followerCountsByGeo', 'geo'],
  ['geo_country', 'followerCountsByGeoCountry', 'geo'],
  ['industry', 'followerCountsByIndustry', 'industry'],
  ['seniority', 'followerCountsBySeniority', 'seniority'],
  ['staff_count_range', 'followerCountsByStaffCountRange', 'staffCountRange'],
] as const;
const PAGE_FACETS = [
  ['function', 'pageStatisticsByFunction', 'function'],
  ['geo', 'pageStatisticsByGeo', 'geo'],
  ['geo_country', 'pageStatisticsByGeoCountry', 'geo'],
  ['industry', 'pageStatisticsByIndustryV2', 'industryV2'],
  ['seniority', 'pageStatisticsBySeniority', 'seniority'],
  ['staff_count_range', 'pageStatisticsByStaffCountRange', 'staffCountRange'],
  ['targeted_content', 'pageStatisticsByTargetedContent', 'targetedContent'],
] as const;

const urnOf = (id: number): string => `urn:li:organization:${id}`;

/** Profile, roles, followers and lifetime numbers of one page. */
export function* listLifetime(truth: Truth, id: number): Generator<KnownRow> {
  const [organization, urn] = [id, urnOf(id)];
  const { $URN: _, ...profile } = truth.organization(id) as unknown as Json;
  yield {
    stream: 'organization_lookup',
    key: [id],
    organization,
    fields: pick(profile, 'vanityName', 'localizedName'),
  };
  const total = { firstDegreeSize: truth.totalFollowers(id) };
  yield { stream: 'total_follower_count', key: [urn], organization, fields: total };
  const shares = { totalShareStatistics: truth.lifetimeShares(id) };
  yield { stream: 'share_statistics', key: [urn], organization, fields: shares };
  const followers = truth.lifetimeFollowers(id);
  yield { stream: 'follower_statistics', key: [urn], organization, fields: pick(followers, 'organizationalEntity') };
  for (const [facet, array, field] of FOLLOWER_FACETS) {
    for (const item of followers[array] as Json[]) {
      const key = [urn, item[field] ?? 'UNSPECIFIED'];
      yield { stream: `follower_counts_by_${facet}`, key, organization, fields: pick(item, 'followerCounts') };
    }
  }
  const pages = truth.lifetimePages(id);
  yield { stream: 'page_statistics', key: [urn], organization, fields: pages['totalPageStatistics'] as Json };
  for (const [facet, array, field] of PAGE_FACETS) {
    for (const item of pages[array] as Json[]) {
      const fields = item['pageStatistics'] as Json;
      yield { stream: `page_statistics_by_${facet}`, key: [urn, item[field]], organization, fields };
    }
  }
}

/** Buckets of one page that begin in `[start, end)`, both days at 00:00 UTC. */
export function* listBuckets(
  truth: Truth,
  at: {
    id: number;
    buckets: readonly { readonly start: string; readonly end: string }[];
    granularity: 'DAY' | 'MONTH';
  },
): Generator<KnownRow> {
  const { id, buckets, granularity } = at;
  const isDaily = granularity === 'DAY';
  for (const { start, end } of buckets) {
    const of = { organization: id, day: start };
    const key = [urnOf(id), `${start}T00:00:00Z`, `${end}T00:00:00Z`];
    const gains = isDaily ? truth.followerDay(of) : truth.followerMonth(of);
    const shares = isDaily ? truth.shareDay(of) : truth.shareMonth(of);
    const views = isDaily ? truth.pageDay(of) : truth.pageMonth(of);
    const base = { key, organization: id };
    if (gains) yield { ...base, stream: 'follower_statistics_time_bound', fields: { followerGains: gains } };
    if (shares) yield { ...base, stream: 'share_statistics_time_bound', fields: { totalShareStatistics: shares } };
    if (views) yield { ...base, stream: 'page_statistics_time_bound', fields: { views: views.views } };
  }
}

export function* listRoles(truth: Truth): Generator<KnownRow> {
  for (const { organization, role, roleAssignee, state } of truth.acls()) {
    const id = Number(organization.split(':').at(-1));
    const key = [organization, role, roleAssignee];
    yield { stream: 'organization_acls', key, organization: id, fields: { state } };
  }
}

function pick(from: Json, ...names: readonly string[]): Json {
  return Object.fromEntries(names.map((name) => [name, from[name]]));
}
