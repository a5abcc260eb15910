import type { StatisticsEndpoint } from '../linkedin/endpoints.js';
import { requestStatistics } from '../linkedin/request-builders.js';
import type { OrganizationSource, TimeBoundSource } from './entry.js';

/** An organization's numbers over its lifetime; `geoFacets` are the arrays of the answer whose items name a geo. */
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

/** The same numbers by day or month; `servesEarlier` where no document says that LinkedIn has 12 months of them. */
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
