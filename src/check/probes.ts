import { createBatchReader, type BatchReader } from '../linkedin/batch.js';
import type { BatchResource } from '../linkedin/batch-keys.js';
import type { LinkedInClient } from '../linkedin/client.js';
import { elementsOf } from '../linkedin/collection.js';
import { NotFoundError } from '../linkedin/errors.js';
import type { ApiRequest } from '../linkedin/api-request.js';
import {
  encodeLocale,
  requestNotifications,
  requestPosts,
  requestStandardized,
  requestVideoAnalytics,
} from '../linkedin/request-builders.js';
import { encodeList } from '../linkedin/restli.js';
import { organizationId } from '../linkedin/urn.js';
import { DAY_MS } from '../clock.js';
import type { Element, Source } from '../streams/entry.js';
import { GEO_URN, geosOf } from '../streams/facets.js';
import { holdsVideo } from '../streams/posts.js';

/** What answers to earlier probes contain for later ones to ask about. */
export interface Samples {
  readonly geos: Set<string>;
  readonly posts: Element[];
}

export interface ProbeTarget {
  /** URN; empty for a call that is not about an organization. */
  readonly organization: string;
  /** Name under which the calls are counted. */
  readonly tag: string;
  readonly samples: Samples;
}

/** Makes the smallest request that shows whether an endpoint answers; says what came. */
export type Probe = (target: ProbeTarget) => Promise<string>;

export interface ProbeOptions {
  readonly client: LinkedInClient;
  readonly locale: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Why a probe has nothing to ask about; null: it has something. */
export function lacksSample({ kind }: Source, { posts, geos }: Samples): string | null {
  switch (kind) {
    case 'social metadata':
    case 'post details':
      return posts.length > 0 ? null : 'no post was found to ask about';
    case 'videos':
      return posts.some(holdsVideo) ? null : 'no video was found to ask about';
    case 'geos':
      return geos.size > 0 ? null : 'no geo was found to ask about';
    case 'roles':
    case 'batch':
    case 'organization':
    case 'benchmark':
    case 'notifications':
    case 'time bound':
    case 'standardized':
    case 'posts':
    case 'post statistics':
      return null;
  }
}

/** Makes the probe of each kind of source. Bucketed and per-post statistics share endpoints with other sources. */
export function createProbes({ client, locale, now }: ProbeOptions): (source: Source) => Probe {
  const batch = createBatchReader(client);
  const get = async (request: ApiRequest, tag: string): Promise<Element> =>
    (await client.get<Element>({ ...request, stream: tag })).body;
  const list = async (request: ApiRequest, tag: string): Promise<readonly Element[]> =>
    elementsOf(await get(request, tag), request);

  return (source) =>
    async ({ organization, tag, samples }) => {
      const [post] = samples.posts;
      switch (source.kind) {
        case 'batch':
          return await readOne(batch, { ...source.endpoint, stream: tag }, String(organizationId(organization)));
        case 'organization': {
          const request = source.request(organization);
          const elements = source.answer.kind === 'entity' ? [await get(request, tag)] : await list(request, tag);
          for (const geo of geosOf(source, elements)) samples.geos.add(geo);
          return ANSWERED;
        }
        case 'benchmark':
          await get(source.request(organization), tag);
          return ANSWERED;
        case 'notifications':
          await list(requestNotifications(organization, { since: now - DAY_MS, until: now, start: 0 }), tag);
          return ANSWERED;
        case 'posts': {
          const posts = await list(requestPosts(organization, 0), tag);
          samples.posts.push(...posts.filter(({ id }) => typeof id === 'string'));
          return ANSWERED;
        }
        case 'social metadata':
          return await orGone(readOne(batch, { ...source.endpoint, stream: tag }, String(post!['id'])));
        case 'post details':
          return await orGone(list(source.request(String(post!['id']), 0), tag));
        case 'videos': {
          const video = String(samples.posts.find(holdsVideo)!['id']);
          const end = Math.floor(now / DAY_MS) * DAY_MS;
          const window = { start: end - DAY_MS, end, granularity: 'DAY' } as const;
          return await orGone(list(requestVideoAnalytics({ post: video, metric: 'VIDEO_VIEW', window }), tag));
        }
        case 'standardized':
          await list(requestStandardized({ ...source, locale, start: 0 }), tag);
          return ANSWERED;
        case 'geos': {
          const { resource, path } = source.endpoint;
          const ids = encodeList([...samples.geos].slice(0, 1).map((geo) => geo.slice(GEO_URN.length)));
          const query = `ids=${ids}&locale=${encodeLocale(locale)}`;
          // An unknown geo is reported inside a batch; a 404 for the batch means that the resource does not exist.
          await get({ resource, method: 'BATCH_GET', path, query }, tag);
          return ANSWERED;
        }
        case 'roles':
        case 'time bound':
        case 'post statistics':
          throw new TypeError(`A source of kind "${source.kind}" has no probe.`);
      }
    };
}

const ANSWERED = 'answers';

async function readOne(batch: BatchReader, resource: BatchResource, id: string): Promise<string> {
  for await (const item of batch(resource, [id])) if ('error' in item) throw item.error;
  return ANSWERED;
}

/** A 404 for one post is an answer like any other. */
async function orGone(asking: Promise<unknown>): Promise<string> {
  try {
    await asking;
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
  }
  return ANSWERED;
}
