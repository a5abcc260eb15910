import type { Element, Row, RowContext } from './entry.js';

// Every function here is pure and makes one row out of one element: what a stream adds to LinkedIn's fields, and the few
// fields that LinkedIn spells in two ways.

/** Older answers and some lines of LinkedIn's documentation call a role's `organization` by other names. */
export function rowOfRole(element: Element, { organization, organizationId }: RowContext): Row {
  const { organizationTarget: _target, organizationalTarget: _formerTarget, ...role } = element;
  return { ...role, organization, organization_id: organizationId };
}

export function rowOfOrganization({ $URN, ...element }: Element, { organization, organizationId }: RowContext): Row {
  return { ...element, id: organizationId, organization, organization_id: organizationId, urn: $URN ?? organization };
}

/** The answer does not say whose followers it counts. */
export function rowOfNetworkSize(element: Element, { organization, organizationId, snapshotDate }: RowContext): Row {
  return { ...element, organization, organization_id: organizationId, snapshot_date: snapshotDate };
}

export function rowOfLifetimeFollowers(
  element: Element,
  { organization, organizationId, snapshotDate }: RowContext,
): Row {
  return {
    ...element,
    organizationalEntity: organization,
    organization_id: organizationId,
    snapshot_date: snapshotDate,
  };
}

export function rowOfLifetimeShares(element: Element, context: RowContext): Row {
  return rowOfLifetimeFollowers(respellShares(element), context);
}

export function rowOfShareBucket(element: Element, context: RowContext): Row {
  return rowOfBucket(respellShares(element), context);
}

/** Buckets of follower gains may carry the lifetime answer's facets as empty lists: nothing is in them. */
export function rowOfFollowerBucket(element: Element, context: RowContext): Row {
  const names = Object.keys(element);
  if (names.length <= FOLLOWER_BUCKET_FIELDS) return rowOfBucket(element, context);
  const told = names.filter((name) => !(name.startsWith('followerCountsBy') && isEmptyList(element[name])));
  return rowOfBucket(Object.fromEntries(told.map((name) => [name, element[name]])), context);
}

/** timeRange, followerGains, organizationalEntity. */
const FOLLOWER_BUCKET_FIELDS = 3;

/**
 * There are hundreds of buckets for each organization, so what is added stands before what is copied: V8 makes room for
 * a literal's own fields at once, but gives an object that grows behind a copy a new layout field by field. It is set
 * once more behind the copy, so that no field of LinkedIn's ever takes its place.
 */
function rowOfBucket(element: Element, context: RowContext): Row {
  const { organization, organizationId, granularity, formatSecond } = context;
  const range = element['timeRange'] as { start: number; end: number };
  const start = formatSecond(range.start);
  const end = formatSecond(range.end);
  const row: Record<string, unknown> = {
    organization_id: organizationId,
    time_range_start: start,
    time_range_end: end,
    time_granularity: granularity,
    ...element,
    organizationalEntity: organization,
    timeRange: { ...range, start, end },
  };
  row['organization_id'] = organizationId;
  row['time_range_start'] = start;
  row['time_range_end'] = end;
  row['time_granularity'] = granularity;
  return row;
}

/** One table of LinkedIn's documentation spells the field `uniqueImpressionsCounts`. */
function respellShares(element: Element): Element {
  const counts = element['totalShareStatistics'] as Element | null | undefined;
  if (typeof counts !== 'object' || counts === null || !('uniqueImpressionsCounts' in counts)) return element;
  const { uniqueImpressionsCounts, ...rest } = counts;
  return { ...element, totalShareStatistics: { uniqueImpressionsCount: uniqueImpressionsCounts, ...rest } };
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
