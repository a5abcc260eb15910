import type { LinkedInClient } from './client.js';
import type { CallError } from './errors.js';
import { AccessDeniedError, AnswerError, NotFoundError, RefusedError } from './errors.js';
import { isObject } from './json.js';
import { askedOf, describeRefusal, readBatchError, type Asked, type Refusal } from './refusal.js';
import type { ApiRequest } from './request.js';
import { encode, encodeList } from './restli.js';

/** A resource whose entities are read by id. */
export interface BatchResource {
  readonly resource: string;
  /** For instance `/rest/organizations`. */
  readonly path: string;
  /** Further parameters, in wire form, for instance `locale=(language:en,country:US)`. */
  readonly query?: string;
  /** How many ids fit into one call. */
  readonly size: number;
  /** Whom the calls are counted for, as in `ApiRequest`. */
  readonly stream?: string;
}

/** What came for one id: its entity, or why there is none. */
export type BatchItem<Entity> =
  | { readonly id: string; readonly entity: Entity; readonly receivedAt: number }
  | { readonly id: string; readonly error: CallError };

/** Yields an item for each id, in the order of the ids. */
export type BatchReader = <Entity>(
  resource: BatchResource,
  ids: readonly string[],
) => AsyncGenerator<BatchItem<Entity>, void, undefined>;

/**
 * Reads entities by BATCH_GET. An app of the Development tier is refused that method with 403, so that a first 403
 * makes this reader ask for the entities of that resource one by one, from then on.
 */
export function createBatchReader(client: Pick<LinkedInClient, 'get'>): BatchReader {
  const oneByOne = new Set<string>();

  async function read<Entity>(resource: BatchResource, ids: readonly string[]): Promise<BatchItem<Entity>[]> {
    if (!oneByOne.has(resource.resource)) {
      try {
        return await readBatch(client, resource, ids);
      } catch (error) {
        if (!(error instanceof AccessDeniedError)) throw error;
        oneByOne.add(resource.resource);
      }
    }
    return await Promise.all(ids.map((id) => readOne<Entity>(client, resource, id)));
  }

  return async function* <Entity>(resource: BatchResource, ids: readonly string[]) {
    for (let at = 0; at < ids.length; at += resource.size) {
      yield* await read<Entity>(resource, ids.slice(at, at + resource.size));
    }
  };
}

interface BatchBody {
  readonly results?: unknown;
  readonly errors?: unknown;
}

/** HTTP 200 even where single keys fail; an id without result or error is not there. */
async function readBatch<Entity>(
  client: Pick<LinkedInClient, 'get'>,
  { resource, path, query, stream }: BatchResource,
  ids: readonly string[],
): Promise<BatchItem<Entity>[]> {
  const parameters = [`ids=${encodeList(ids)}`, ...(query ? [query] : [])].join('&');
  const request: ApiRequest = { resource, method: 'BATCH_GET', path, query: parameters, ...(stream && { stream }) };
  const asked = askedOf(request);
  const { body, receivedAt } = await client.get<BatchBody>(request);
  if (!isObject(body.results)) throw new AnswerError({ asked, came: 'a batch without results' });
  const results = byDecodedKey(body.results);
  const errors = byDecodedKey(isObject(body.errors) ? body.errors : {});
  return ids.map((id) => {
    const key = decodeKey(id);
    const entity = results.get(key);
    if (entity !== undefined) return { id, entity: entity as Entity, receivedAt };
    return { id, error: errorOf(readBatchError(errors.get(key)), { ...asked, id }) };
  });
}

async function readOne<Entity>(
  client: Pick<LinkedInClient, 'get'>,
  { resource, path, query = '', stream }: BatchResource,
  id: string,
): Promise<BatchItem<Entity>> {
  const request: ApiRequest = {
    resource,
    method: 'GET',
    path: `${path}/${encode(id)}`,
    query,
    ...(stream && { stream }),
  };
  try {
    const { body, receivedAt } = await client.get<Entity>(request);
    return { id, entity: body, receivedAt };
  } catch (error) {
    if (isAboutTheEntity(error)) return { id, error };
    throw error;
  }
}

/** What a single GET of that id would have been refused with. */
function errorOf(refusal: Refusal, asked: Asked): CallError {
  if (refusal.status === 403) return new AccessDeniedError({ asked, refusal });
  if (refusal.status === 404 || refusal.status === 410) return new NotFoundError({ asked, refusal });
  return new RefusedError({ asked, refusal, came: describeRefusal(refusal) });
}

function isAboutTheEntity(error: unknown): error is CallError {
  return error instanceof AccessDeniedError || error instanceof NotFoundError || error instanceof RefusedError;
}

/** LinkedIn writes the keys of an answer raw or percent-encoded. */
function byDecodedKey(entries: Readonly<Record<string, unknown>>): Map<string, unknown> {
  return new Map(Object.entries(entries).map(([key, value]) => [decodeKey(key), value]));
}

function decodeKey(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}
