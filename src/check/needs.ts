import type { Endpoint } from '../linkedin/endpoints.js';
import { sourcesBehind, type Source, type Stream } from '../streams/entry.js';
import { ROLES_SOURCE } from '../streams/organizations.js';
import { GEOS_SOURCE, STANDARDIZED_STREAMS } from '../streams/standardized.js';
import { STREAM_TABLE } from '../streams/table.js';

export type CheckedStream = Pick<Stream, 'name' | 'source' | 'selectedByDefault' | 'neverFails'>;

/** An endpoint that a sync would call, with the source to try it by and the selected streams that depend on it. */
export interface Need {
  readonly endpoint: Endpoint;
  readonly source: Source;
  /** Empty: it only provides names for rows of other streams. */
  readonly streams: readonly CheckedStream[];
}

/** Every endpoint that the streams need, in the order of the stream table. */
export function listNeeds(streams: readonly CheckedStream[], { resolveNames }: { resolveNames: boolean }): Need[] {
  const byEndpoint = new Map<Endpoint, CheckedStream[]>();
  for (const stream of streams) {
    for (const { endpoint } of [...sourcesBehind(stream.source), stream.source]) {
      byEndpoint.set(endpoint, [...(byEndpoint.get(endpoint) ?? []), stream]);
    }
  }
  const sources = new Map<Endpoint, Source>();
  for (const { source } of STREAM_TABLE) if (!sources.has(source.endpoint)) sources.set(source.endpoint, source);
  return [...sources].flatMap(([endpoint, source]) => {
    const dependents = byEndpoint.get(endpoint) ?? [];
    return dependents.length > 0 || (resolveNames && givesNames(source))
      ? [{ endpoint, source, streams: dependents }]
      : [];
  });
}

/**
 * The roles, which are always read. Streams depend on them if they show roles, or if the roles say which pages to read.
 */
export function needOfRoles(streams: readonly CheckedStream[], { discovers }: { discovers: boolean }): Need {
  const dependents = discovers ? streams : streams.filter(({ source }) => source === ROLES_SOURCE);
  return { endpoint: ROLES_SOURCE.endpoint, source: ROLES_SOURCE, streams: dependents };
}

const givesNames = (source: Source): boolean =>
  source === GEOS_SOURCE ||
  STANDARDIZED_STREAMS.some((stream) => stream.source === source && source.kind === 'standardized' && source.named);
