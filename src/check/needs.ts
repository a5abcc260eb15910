import type { Endpoint } from '../linkedin/endpoints.js';
import { ORGANIZATION_ACLS, POSTS, SOCIAL_METADATA } from '../linkedin/endpoints.js';
import type { Source, Stream } from '../streams/entry.js';
import { GEOS_SOURCE, STANDARDIZED_STREAMS } from '../streams/standardized.js';
import { STREAM_TABLE } from '../streams/table.js';

export type CheckedStream = Pick<Stream, 'name' | 'source' | 'selectedByDefault'>;

/** An endpoint that a sync would call, by the call that tries it, and the selected streams that depend on it. */
export interface Need {
  readonly endpoint: Endpoint;
  readonly source: Source;
  /** Empty: names in the rows of others, no more. */
  readonly streams: readonly CheckedStream[];
}

/** What has to be read before the posts' own statistics, comments and the like. */
const BEFORE: Partial<Record<Source['kind'], readonly Endpoint[]>> = {
  'post statistics': [POSTS],
  'social metadata': [POSTS],
  'post details': [POSTS, SOCIAL_METADATA],
  videos: [POSTS],
};

/** Every endpoint that the streams need, in the order of the stream table. */
export function listNeeds(streams: readonly CheckedStream[], { resolveNames }: { resolveNames: boolean }): Need[] {
  const byEndpoint = new Map<Endpoint, CheckedStream[]>();
  for (const stream of streams) {
    const { kind, endpoint } = stream.source;
    for (const needed of [...(BEFORE[kind] ?? []), endpoint]) {
      byEndpoint.set(needed, [...(byEndpoint.get(needed) ?? []), stream]);
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

/** The roles are asked for in any case; streams depend on them where they are one, or where the pages come from there. */
export function needOfRoles(streams: readonly CheckedStream[], { discovers }: { discovers: boolean }): Need {
  const dependents = discovers ? streams : streams.filter(({ source }) => source.kind === 'roles');
  return { endpoint: ORGANIZATION_ACLS, source: { kind: 'roles', endpoint: ORGANIZATION_ACLS }, streams: dependents };
}

const givesNames = (source: Source): boolean =>
  source === GEOS_SOURCE ||
  STANDARDIZED_STREAMS.some((stream) => stream.source === source && source.kind === 'standardized' && source.named);
