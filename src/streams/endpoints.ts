import { ORGANIZATION_ACLS, type Endpoint } from '../linkedin/endpoints.js';
import { sourcesBehind, type StreamEntry } from './entry.js';

/** Every endpoint that a sync of these streams calls, the walk over the member's roles first. */
export function listEndpoints(streams: readonly Pick<StreamEntry, 'source'>[]): ReadonlySet<Endpoint> {
  const sources = streams.flatMap(({ source }) => [...sourcesBehind(source), source]);
  return new Set([ORGANIZATION_ACLS, ...sources.map(({ endpoint }) => endpoint)]);
}
