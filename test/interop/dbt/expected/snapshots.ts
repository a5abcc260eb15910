import { STREAM_TABLE } from '../../../../src/streams/table.js';
import type { Json } from '../../../support/output.js';
import type { Facts } from '../history.js';
import { daysBetween, groupBy, pageNames, type ExpectedMart, type ExpectedRow } from './facts.js';

export function followerHistory(facts: Facts): ExpectedMart {
  const names = pageNames(facts);
  const pages = groupBy(facts.rows('total_follower_count'), (row) => String(row['organization_id']));
  const rows = [...pages.values()].flatMap((snapshots) =>
    snapshots.map((row, index): ExpectedRow => {
      const before = snapshots[index - 1];
      return {
        organization_id: row['organization_id'],
        page: names.get(row['organization_id']),
        snapshot_date: row['snapshot_date'],
        followers: row['firstDegreeSize'],
        followers_gained: before ? Number(row['firstDegreeSize']) - Number(before['firstDegreeSize']) : null,
        days_since_previous: before ? daysBetween(String(before['snapshot_date']), String(row['snapshot_date'])) : null,
        is_latest: index === snapshots.length - 1,
      };
    }),
  );
  return { keys: ['organization_id', 'snapshot_date'], rows };
}

export function demographics(facts: Facts): ExpectedMart {
  const names = pageNames(facts);
  const followers = new Map(
    facts.rows('total_follower_count').map((row) => [keyOf(row), Number(row['firstDegreeSize'])]),
  );
  const rows = STREAM_TABLE.flatMap(({ name: stream, keyProperties }) => {
    const [, family, facet] = /^(follower_counts|page_statistics)_by_(.+)$/.exec(stream) ?? [];
    if (!facet) return [];
    const items = facts.rows(stream);
    const sums = groupBy(items, keyOf);
    const newest = new Map(items.map((row) => [row['organization_id'], row['snapshot_date']]));
    const column = keyProperties[1]!;
    return items.map((row): ExpectedRow => {
      const counts = countsOf(row, family!);
      const sum = sums.get(keyOf(row))!.reduce((total, one) => total + countsOf(one, family!).total, 0);
      const all = family === 'follower_counts' ? followers.get(keyOf(row)) : undefined;
      return {
        organization_id: row['organization_id'],
        page: names.get(row['organization_id']),
        facet,
        audience: family === 'follower_counts' ? 'followers' : 'visitors',
        value: row[column],
        name: row[`${column}_name`] ?? row[column],
        snapshot_date: row['snapshot_date'],
        ...counts,
        share_of_facet: sum === 0 ? null : counts.total / sum,
        share_of_followers: all ? counts.total / all : null,
        is_latest: row['snapshot_date'] === newest.get(row['organization_id']),
      };
    });
  });
  return { keys: ['organization_id', 'audience', 'facet', 'value', 'snapshot_date'], rows };
}

const keyOf = (row: Json): string => JSON.stringify([row['organization_id'], row['snapshot_date']]);

function countsOf(row: Json, family: string): { total: number; organic: number | null; paid: number | null } {
  if (family === 'page_statistics') {
    const { allPageViews } = row['views'] as Readonly<Record<string, { readonly pageViews: number }>>;
    return { total: allPageViews!.pageViews, organic: null, paid: null };
  }
  const counts = row['followerCounts'] as Readonly<Record<string, number>>;
  const [organic, paid] = [counts['organicFollowerCount']!, counts['paidFollowerCount']!];
  return { total: organic + paid, organic, paid };
}
