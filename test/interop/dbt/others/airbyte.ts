import type { Columns } from './columns.js';

const SERIES = { text: 'organizationalEntity', integer: 'timeRangeStart timeRangeEnd' };

/** The streams of Airbyte's connector, as its manifest declares them. */
export const AIRBYTE: Readonly<Record<string, Columns>> = {
  organization_lookup: {
    text: 'localizedName organizationType primaryOrganizationType vanityName versionTag',
    integer: 'id',
    boolean: 'autoCreated',
    json: 'alternativeNames created defaultLocale groups lastModified localizedSpecialties locations name specialties',
  },
  follower_statistics: {
    text: 'organizationalEntity',
    json: `followerCountsByAssociationType followerCountsByFunction followerCountsByGeo followerCountsByGeoCountry
      followerCountsByIndustry followerCountsBySeniority followerCountsByStaffCountRange`.replaceAll(/\s+/g, ' '),
  },
  share_statistics: { text: 'organizationalEntity', json: 'totalShareStatistics' },
  total_follower_count: { integer: 'firstDegreeSize' },
  follower_statistics_time_bound: { ...SERIES, json: 'followerGains timeRange' },
  share_statistics_time_bound: { ...SERIES, json: 'totalShareStatistics timeRange' },
};
