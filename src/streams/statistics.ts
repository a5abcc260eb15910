import type { StatisticsEndpoint } from '../linkedin/endpoints.js';
import { requestStatistics } from '../linkedin/request-builders.js';
import type { OrganizationSource, TimeBoundSource } from './entry.js';

/** An organization's lifetime numbers; `geoFacets` are the arrays of the answer whose items name a geo. */
export function lifetimeSource(endpoint: StatisticsEndpoint, geoFacets?: readonly string[]): OrganizationSource {
  return {
    kind: 'organization',
    per: 'organization',
    endpoint,
    request: (organization) => requestStatistics(endpoint, organization),
    answer: { kind: 'finder', owner: endpoint.finder },
    ...(geoFacets && { geoFacets }),
  };
}

/** The same numbers by day or month; set `servesEarlier` where LinkedIn does not document a limit of 12 months. */
export function timeBoundSource(
  endpoint: StatisticsEndpoint,
  facts: Pick<TimeBoundSource, 'servesEarlier'> = {},
): TimeBoundSource {
  return {
    kind: 'time bound',
    per: 'organization',
    endpoint,
    request: (organization, window) => requestStatistics(endpoint, organization, window),
    owner: endpoint.finder,
    ...facts,
  };
}
