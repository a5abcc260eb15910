import { TapError } from '../errors.js';
import type { JsonObject } from '../json-object.js';
import type { ApiRequest } from './api-request.js';
import { BatchKeys, oddityOf, type BatchItem, type BatchResource, type Found } from './batch-keys.js';
import type { LinkedInClient } from './client.js';
import { isAboutItems, readDivided, type BatchLimit } from './divide.js';
import { AccessDeniedError, AnswerError } from './errors.js';
import { askedOf } from './refusal.js';
import { encode, encodeList } from './restli.js';
import { lacksScope } from './scopes.js';

/**
 * Yields an item for each id, in order. When a limit is met after some items have come, it is the error of the others.
 */
export type BatchReader = <Entity>(
  resource: BatchResource,
  ids: readonly string[],
) => AsyncGenerator<BatchItem<Entity>, void, undefined>;

/**
 * Reads entities by BATCH_GET. An app of the Development tier is refused that method with 403: the first batch of a
 * resource shows this, the others wait for it, and after a refusal every entity is requested by itself. If the token is
 * known to lack the scope, single requests would be refused too, so the refusal is final. After any other refusal the
 * batch is divided (divide.ts). Keys that LinkedIn says failed temporarily are requested again.
 */
export function createBatchReader(client: Pick<LinkedInClient, 'get' | 'token' | 'scrub'>): BatchReader {
  /** Whether batches of a resource are refused; settles with its first one. */
  const refused = new Map<string, Promise<boolean>>();
  const limits = new Map<string, BatchLimit>();

  async function read<Entity>(resource: BatchResource, ids: readonly string[]): Promise<readonly BatchItem<Entity>[]> {
    const known = refused.get(resource.resource);
    if (known && resource.singly !== false && (await known)) return readSingly<Entity>(resource, ids);
    const limit = limits.get(resource.resource) ?? { size: resource.size };
    limits.set(resource.resource, limit);
    const ask = (part: readonly string[], maxTries?: number): Promise<BatchItem<Entity>[]> =>
      readBatch<Entity>(resource, { ids: part, maxTries });
    const batch = readDivided<string, Found<Entity>>(ids, { ask, limit });
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

  async function readBatch<Entity>(
    resource: BatchResource,
    { ids, maxTries }: { ids: readonly string[]; maxTries: number | undefined },
  ): Promise<BatchItem<Entity>[]> {
    const keys = new BatchKeys<Entity>(resource, { ids, scrub: client.scrub });
    const requestFor = (some: readonly string[]): ApiRequest => {
      const query = [`ids=${encodeList(some)}`, ...(resource.query ? [resource.query] : [])].join('&');
      const about = some.length === 1 ? some[0] : undefined;
      return requestOf(resource, { method: 'BATCH_GET', path: resource.path, query, about, maxTries });
    };
    try {
      await client.get(requestFor(ids), {
        findUnfinished(answer) {
          const refusal = keys.take(answer);
          return refusal && { refusal, request: requestFor(keys.open) };
        },
      });
    } catch (error) {
      if (!(error instanceof TapError) || !keys.hasAny) throw error;
      keys.giveUp(error);
    }
    return keys.items();
  }

  function readSingly<Entity>(resource: BatchResource, ids: readonly string[]): Promise<BatchItem<Entity>[]> {
    return Promise.all(ids.map((id) => readOne<Entity>(resource, id)));
  }

  async function readOne<Entity>(resource: BatchResource, id: string): Promise<BatchItem<Entity>> {
    const path = `${resource.path}/${encode(id)}`;
    const request = requestOf(resource, { method: 'GET', path, query: resource.query ?? '', about: id });
    try {
      const { body, receivedAt } = await client.get<JsonObject>(request);
      const oddity = oddityOf(body, { resource, id });
      if (oddity !== null) return { item: id, error: new AnswerError({ asked: askedOf(request), came: oddity }) };
      return { item: id, value: { entity: body as Entity, receivedAt } };
    } catch (error) {
      if (error instanceof AccessDeniedError || (error instanceof TapError && isAboutItems(error)))
        return { item: id, error };
      throw error;
    }
  }

  return async function* <Entity>(resource: BatchResource, ids: readonly string[]) {
    for (let start = 0; start < ids.length; start += resource.size) {
      yield* await read<Entity>(resource, ids.slice(start, start + resource.size));
    }
  };
}

function requestOf(
  { resource, stream }: BatchResource,
  {
    about,
    maxTries,
    ...call
  }: Pick<ApiRequest, 'method' | 'path' | 'query'> & {
    about: string | undefined;
    maxTries?: number | undefined;
  },
): ApiRequest {
  return {
    resource,
    ...call,
    ...(stream !== undefined && { stream }),
    ...(about !== undefined && { about }),
    ...(maxTries !== undefined && { maxTries }),
  };
}

const isDenial = (error: unknown): boolean => error instanceof AccessDeniedError;
