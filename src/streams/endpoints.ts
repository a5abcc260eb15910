import { ORGANIZATION_ACLS, POSTS, SOCIAL_METADATA, type Endpoint } from '../linkedin/endpoints.js';
import type { Source, StreamEntry } from './entry.js';

/** Endpoints that a source cannot do without, beside its own. */
const BEHIND: Readonly<Partial<Record<Source['kind'], readonly Endpoint[]>>> = {
  'post statistics': [POSTS],
  'social metadata': [POSTS],
  'post details': [POSTS, SOCIAL_METADATA],
  videos: [POSTS],
};

/** Every endpoint that a sync of these streams calls, the walk over the member's roles first. */
export function listEndpoints(streams: readonly Pick<StreamEntry, 'source'>[]): ReadonlySet<Endpoint> {
  return new Set([
    ORGANIZATION_ACLS,
    ...streams.flatMap(({ source }) => [...(BEHIND[source.kind] ?? []), source.endpoint]),
  ]);
}
