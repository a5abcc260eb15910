import { DateTime } from '../calendar.js';
import type { Acl } from './data/directory.js';
import { parseDay, toDay, type Span } from './data/days.js';
import { computeFinalGains, computeTotal, type FollowerGains } from './data/followers.js';
import { serveLifetimePages, servePages, type PageStatistics } from './data/page-statistics.js';
import type { Page } from './data/page.js';
import type { Organization } from './data/profile-parts.js';
import { composeOrganization } from './data/profiles.js';
import { computeFinalShares, type ShareCounts } from './data/shares.js';
import {
  FOLLOWER_STATISTICS,
  openView,
  PAGE_STATISTICS,
  serveGains,
  serveLifetimeFollowers,
  serveLifetimeShares,
  serveShares,
  SHARE_STATISTICS,
  type ShareStatistics,
} from './data/statistics.js';
import { findName } from './data/standard/catalogue.js';
import { createPostTruth, type PostTruth } from './post-truth.js';
import type { World } from './world.js';

/** One day (`YYYY-MM-DD`) of an organization. */
export interface OrganizationDay {
  readonly organization: number;
  readonly day: string;
}

/**
 * The sandbox's data, taken from the model rather than an answer, for tests to compare a tap's output with. For days
 * and months, null means that nothing is served at the current sandbox clock.
 */
export interface Truth extends PostTruth {
  /** Every role of the token's member, as organizationAcls lists them without filters. */
  acls(): readonly Acl[];
  /** The pages that the token's member is an approved administrator of, with all their fields. */
  organizations(): readonly Organization[];
  organization(id: number): Organization;
  /** Current followers, as in networkSizes. */
  totalFollowers(id: number): number;
  /** The single element of the lifetime follower statistics. */
  lifetimeFollowers(id: number): Readonly<Record<string, unknown>>;
  /** `totalShareStatistics` of the lifetime share statistics. */
  lifetimeShares(id: number): ShareStatistics;
  followerDay(of: OrganizationDay): FollowerGains | null;
  /** The day's final numbers, whatever the clock says. */
  finalFollowerDay(of: OrganizationDay): FollowerGains;
  /** The month that contains the day. */
  followerMonth(of: OrganizationDay): FollowerGains | null;
  shareDay(of: OrganizationDay): ShareStatistics | null;
  finalShareDay(of: OrganizationDay): ShareCounts;
  shareMonth(of: OrganizationDay): ShareStatistics | null;
  /** The single element of the lifetime page statistics. */
  lifetimePages(id: number): Readonly<Record<string, unknown>>;
  /** `totalPageStatistics` of a day, and of the month that contains it. */
  pageDay(of: OrganizationDay): PageStatistics | null;
  pageMonth(of: OrganizationDay): PageStatistics | null;
  /** Name of a function, seniority, industry, geo, country or region; null if it is unknown. */
  nameOf(urn: string, locale?: string): string | null;
}

export function createTruth(world: World): Truth {
  const find = (id: number): Page => {
    const page = world.page(id);
    if (!page) throw new RangeError(`The sandbox has no organization ${id}.`);
    return page;
  };
  const organization = (id: number): Organization =>
    composeOrganization(world.find(find(id).id) ?? { id }, world.options.seed);
  const gains = (id: number, span: Span): FollowerGains | null =>
    serveGains(openView(world, find(id), FOLLOWER_STATISTICS), span) ?? null;
  const shares = (id: number, span: Span): ShareStatistics | null =>
    serveShares(openView(world, find(id), SHARE_STATISTICS), span) ?? null;
  const pages = (id: number, span: Span): PageStatistics | null =>
    servePages(openView(world, find(id), PAGE_STATISTICS), span) ?? null;

  return {
    ...createPostTruth(world),
    acls: () => world.listAcls(),
    organizations: () =>
      world.options.organizations
        .filter(({ id }) => world.hasRole(id, 'ADMINISTRATOR'))
        .map(({ id }) => organization(id)),
    organization,
    totalFollowers: (id) => computeTotal(find(id), world.now()),
    lifetimeFollowers: (id) => serveLifetimeFollowers(openView(world, find(id), FOLLOWER_STATISTICS)),
    lifetimeShares: (id) => serveLifetimeShares(openView(world, find(id), SHARE_STATISTICS)),
    followerDay: ({ organization: id, day }) => gains(id, spanDay(day)),
    finalFollowerDay: ({ organization: id, day }) => computeFinalGains(find(id), parseDay(day)),
    followerMonth: ({ organization: id, day }) => gains(id, spanMonth(day)),
    shareDay: ({ organization: id, day }) => shares(id, spanDay(day)),
    finalShareDay: ({ organization: id, day }) => computeFinalShares(find(id), parseDay(day)),
    shareMonth: ({ organization: id, day }) => shares(id, spanMonth(day)),
    lifetimePages: (id) => serveLifetimePages(openView(world, find(id), PAGE_STATISTICS)),
    pageDay: ({ organization: id, day }) => pages(id, spanDay(day)),
    pageMonth: ({ organization: id, day }) => pages(id, spanMonth(day)),
    nameOf: (urn, locale = 'en_US') => findName(urn, locale),
  };
}

function spanDay(day: string): Span {
  return { start: parseDay(day), end: parseDay(day) + 1 };
}

function spanMonth(day: string): Span {
  const start = DateTime.fromISO(day, { zone: 'utc' }).startOf('month');
  return { start: toDay(start.toMillis()), end: toDay(start.plus({ months: 1 }).toMillis()) };
}
