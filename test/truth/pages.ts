import { STREAM_TABLE } from '../../src/streams/table.js';
import type { Json } from '../support/output.js';
import { facetOf } from '../support/rows.js';
import { urn } from '../support/sandboxes.js';
import {
  bucketColumns,
  dayOf,
  idsOf,
  numberOf,
  servedBuckets,
  type Bucket,
  type Known,
  type TrueRow,
  type TrueStreams,
} from './known.js';

/** Pages, the member's roles on them, and their statistics. */
export const PAGE_TRUTH: TrueStreams = {
  organization_lookup: (known) =>
    idsOf(known).map((id) => {
      const { $URN, ...page } = known.truth.organization(id);
      return { truth: { ...page }, own: { urn: $URN, organization: $URN, organization_id: id } };
    }),
  organization_acls: ({ truth }) =>
    truth.acls().map((role) => ({ truth: { ...role }, own: { organization_id: numberOf(role.organization) } })),
  total_follower_count: lifetime('organization', ({ truth }, id) => ({ firstDegreeSize: truth.totalFollowers(id) })),
  benchmark_follower_count: (known) =>
    (known.benchmarks ?? []).map((id) => {
      const { localizedName, vanityName } = known.truth.organization(id);
      return {
        truth: { localizedName, vanityName, firstDegreeSize: known.truth.totalFollowers(id) },
        own: { organization: urn(id), organization_id: id, snapshot_date: dayOf(known) },
      };
    }),
  follower_statistics: lifetime('organizationalEntity', ({ truth }, id) => truth.lifetimeFollowers(id)),
  share_statistics: lifetime('organizationalEntity', ({ truth }, id) => ({
    totalShareStatistics: truth.lifetimeShares(id),
  })),
  page_statistics: lifetime('organization', ({ truth }, id) => {
    const { totalPageStatistics, ...rest } = truth.lifetimePages(id);
    return { ...rest, ...(totalPageStatistics as Json) };
  }),
  follower_statistics_time_bound: timeBound('organizationalEntity', ({ truth }, of, isDay) => {
    const followerGains = isDay ? truth.followerDay(of) : truth.followerMonth(of);
    return followerGains && { followerGains };
  }),
  share_statistics_time_bound: timeBound('organizationalEntity', ({ truth }, of, isDay) => {
    const totalShareStatistics = isDay ? truth.shareDay(of) : truth.shareMonth(of);
    return totalShareStatistics && { totalShareStatistics };
  }),
  page_statistics_time_bound: timeBound('organization', ({ truth }, of, isDay) =>
    isDay ? truth.pageDay(of) : truth.pageMonth(of),
  ),
  ...Object.fromEntries(
    STREAM_TABLE.flatMap((stream) => {
      const facet = facetOf(stream);
      return facet === null ? [] : [[stream.name, facetItems(facet, stream.keyProperties)]];
    }),
  ),
};

function lifetime(owner: string, tell: (known: Known, id: number) => Json): TrueStreams[string] {
  return (known) =>
    idsOf(known).map((id) => ({
      truth: tell(known, id),
      own: { [owner]: urn(id), organization_id: id, snapshot_date: dayOf(known) },
    }));
}

/** Rows of a facet: the key is the page and what the item counts, whose name comes from a standardized-data stream. */
function facetItems(facet: string, [owner, column]: readonly string[]): TrueStreams[string] {
  return (known) =>
    idsOf(known).flatMap((id) => {
      const { truth } = known;
      const answer = owner === 'organization' ? truth.lifetimePages(id) : truth.lifetimeFollowers(id);
      return (answer[facet] as Json[]).map(({ [column!]: value, industryV2, pageStatistics, ...rest }): TrueRow => {
        const counted = (value ?? industryV2 ?? 'UNSPECIFIED') as string;
        const names = { [column!]: counted, [`${column}_name`]: truth.nameOf(counted) };
        return {
          truth: { ...rest, ...(pageStatistics as Json | undefined) },
          own: { [owner!]: urn(id), organization_id: id, ...names, snapshot_date: dayOf(known) },
        };
      });
    });
}

function timeBound(
  owner: string,
  tell: (known: Known, of: { organization: number; day: string }, isDay: boolean) => object | null,
): TrueStreams[string] {
  return (known) =>
    idsOf(known).flatMap((organization) =>
      servedBuckets(known).flatMap((bucket: Bucket) => {
        const truth = tell(known, { organization, day: bucket.start }, bucket.granularity === 'DAY');
        const own = { [owner]: urn(organization), organization_id: organization, ...bucketColumns(bucket) };
        return truth ? [{ truth: truth as Json, own }] : [];
      }),
    );
}
