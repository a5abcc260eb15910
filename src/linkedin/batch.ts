import type { LinkedInClient } from './client.js';
import type { CallError } from './errors.js';
import { AccessDeniedError, AnswerError, NotFoundError, RefusedError } from './errors.js';
import { isObject } from '../json-object.js';
import { askedOf, describeRefusal, readBatchError, type Asked, type Refusal } from './refusal.js';
import type { ApiRequest } from './api-request.js';
import { encode, encodeList } from './restli.js';
import { lacksScope } from './scopes.js';

/** A resource whose entities are read by id. */
export interface BatchResource {
  readonly resource: string;
  /** For instance `/rest/organizations`. */
  readonly path: string;
  /** Further parameters, in wire form, for instance `locale=(language:en,country:US)`. */
  readonly query?: string;
  /** How many ids fit into one call. */
  readonly size: number;
  /** Any one of them is enough; empty or absent: every member's token may. */
  readonly scopes?: readonly string[];
  /** Whether entities are asked for one by one where batches are refused; true where left out. */
  readonly singly?: boolean;
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
 * Reads entities by BATCH_GET. An app of the Development tier is refused that method with 403: the first batch of a
 * resource shows it, the others wait for that, and after a refusal every entity is asked for by itself. A token that is
 * known to lack the scope would be refused those as well: then the refusal is the outcome.
 */
export function createBatchReader(client: Pick<LinkedInClient, 'get' | 'token' | 'scrub'>): BatchReader {
  /** Whether batches of a resource are refused; settles with its first one. */
  const refused = new Map<string, Promise<boolean>>();

  async function read<Entity>(resource: BatchResource, ids: readonly string[]): Promise<BatchItem<Entity>[]> {
    const known = refused.get(resource.resource);
    if (known && resource.singly !== false && (await known)) return readSingly<Entity>(resource, ids);
    const batch = readBatch<Entity>(resource, ids);
    if (!known)
      refused.set(
        resource.resource,
        batch.then(() => false, isDenial),
      );
    try {
      return await batch;
    } catch (error) {
      const isFinal = resource.singly === false || lacksScope(resource.scopes ?? [], client.token.scopes);
      if (!isDenial(error) || isFinal) throw error;
      return readSingly<Entity>(resource, ids);
    }
  }

  async function readBatch<Entity>(resource: BatchResource, ids: readonly string[]): Promise<BatchItem<Entity>[]> {
    const query = [`ids=${encodeList(ids)}`, ...(resource.query ? [resource.query] : [])].join('&');
    const request = requestOf(resource, { method: 'BATCH_GET', path: resource.path, query });
    const asked = askedOf(request);
    const { body, receivedAt } = await client.get<BatchBody>(request);
    if (!isObject(body.results)) throw new AnswerError({ asked, came: 'a batch without results' });
    const results = byDecodedKey(body.results);
    const errors = byDecodedKey(isObject(body.errors) ? body.errors : {});
    return ids.map((id) => {
      const key = decodeKey(id);
      const entity = results.get(key);
      if (isObject(entity)) return { id, entity: entity as Entity, receivedAt };
      if (entity !== undefined) {
        return { id, error: new AnswerError({ asked: { ...asked, id }, came: 'an entity that is no object' }) };
      }
      return { id, error: errorOf(readBatchError(errors.get(key), client.scrub), { ...asked, id }) };
    });
  }

  function readSingly<Entity>(resource: BatchResource, ids: readonly string[]): Promise<BatchItem<Entity>[]> {
    return Promise.all(ids.map((id) => readOne<Entity>(resource, id)));
  }

  async function readOne<Entity>(resource: BatchResource, id: string): Promise<BatchItem<Entity>> {
    const path = `${resource.path}/${encode(id)}`;
    try {
      const request = requestOf(resource, { method: 'GET', path, query: resource.query ?? '' });
      const { body, receivedAt } = await client.get<Entity>(request);
      return { id, entity: body, receivedAt };
    } catch (error) {
      if (isAboutTheEntity(error)) return { id, error };
      throw error;
    }
  }

  return async function* <Entity>(resource: BatchResource, ids: readonly string[]) {
    for (let start = 0; start < ids.length; start += resource.size) {
      yield* await read<Entity>(resource, ids.slice(start, start + resource.size));
    }
  };
}

/** HTTP 200 even where single keys fail; an id with neither result nor error is not there. */
interface BatchBody {
  readonly results?: unknown;
  readonly errors?: unknown;
}

function requestOf(
  { resource, stream }: BatchResource,
  call: Pick<ApiRequest, 'method' | 'path' | 'query'>,
): ApiRequest {
  return { resource, ...call, ...(stream !== undefined && { stream }) };
}

/** What a single GET of that id would have been refused with. */
function errorOf(refusal: Refusal, asked: Asked): CallError {
  if (refusal.status === 403) return new AccessDeniedError({ asked, refusal });
  if (refusal.status === 404 || refusal.status === 410) return new NotFoundError({ asked, refusal });
  return new RefusedError({ asked, refusal, came: describeRefusal(refusal) });
}

const isDenial = (error: unknown): boolean => error instanceof AccessDeniedError;

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
