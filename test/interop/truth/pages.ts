import { STREAM_TABLE } from '../../../src/streams/table.js';
import type { Json } from '../../support/output.js';
import { facetOf } from '../../support/rows.js';
import { urn } from '../../support/sandboxes.js';
import { dayColumns, dayOf, idsOf, numberOf, servedDays, type Known, type TrueRow, type TrueStreams } from './known.js';

/** Pages, the member's roles on them, and their statistics. */
export const PAGE_TRUTH: TrueStreams = {
  organization_lookup: ({ truth }) =>
    truth.organizations().map(({ $URN, ...page }) => ({
      truth: { ...page },
      own: { urn: $URN, organization: $URN, organization_id: page.id },
    })),
  organization_acls: ({ truth }) =>
    truth.acls().map((role) => ({ truth: { ...role }, own: { organization_id: numberOf(role.organization) } })),
  total_follower_count: lifetime('organization', ({ truth }, id) => ({ firstDegreeSize: truth.totalFollowers(id) })),
  follower_statistics: lifetime('organizationalEntity', ({ truth }, id) => truth.lifetimeFollowers(id)),
  share_statistics: lifetime('organizationalEntity', ({ truth }, id) => ({
    totalShareStatistics: truth.lifetimeShares(id),
  })),
  page_statistics: lifetime('organization', ({ truth }, id) => {
    const { totalPageStatistics, ...rest } = truth.lifetimePages(id);
    return { ...rest, ...(totalPageStatistics as Json) };
  }),
  follower_statistics_time_bound: daily('organizationalEntity', ({ truth }, of) => {
    const followerGains = truth.followerDay(of);
    return followerGains && { followerGains };
  }),
  share_statistics_time_bound: daily('organizationalEntity', ({ truth }, of) => {
    const totalShareStatistics = truth.shareDay(of);
    return totalShareStatistics && { totalShareStatistics };
  }),
  page_statistics_time_bound: daily('organization', ({ truth }, of) => truth.pageDay(of)),
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

/** The key is the page and what the item counts, whose name a standardized-data stream knows. */
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

function daily(
  owner: string,
  tell: (known: Known, of: { organization: number; day: string }) => object | null,
): TrueStreams[string] {
  return (known) =>
    idsOf(known).flatMap((organization) =>
      servedDays(known).flatMap((day) => {
        const truth = tell(known, { organization, day });
        const own = { [owner]: urn(organization), organization_id: organization, ...dayColumns(day) };
        return truth ? [{ truth: truth as Json, own }] : [];
      }),
    );
}
