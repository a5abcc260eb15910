import type { TapError } from '../errors.js';
import { isObject, type JsonObject } from '../json-object.js';
import type { ApiAnswer } from './api-request.js';
import type { ItemOutcome } from './divide.js';
import { AccessDeniedError, AnswerError, NotFoundError, RefusedError, type CallError } from './errors.js';
import {
  describeRefusal,
  isErrorObject,
  isPassing,
  namesDayLimit,
  readError,
  type Asked,
  type Refusal,
} from './refusal.js';

/** A resource whose entities are read by id. */
export interface BatchResource {
  readonly resource: string;
  /** For instance `/rest/organizations`. */
  readonly path: string;
  /** Further parameters, in wire form, for instance `locale=(language:en,country:US)`. */
  readonly query?: string;
  /** Most ids in one call. */
  readonly size: number;
  /** Any one of them is enough; with none, any member's token works. */
  readonly scopes?: readonly string[];
  /** The field of an entity that repeats its id; left out where there is none. */
  readonly identity?: string;
  /** Whether entities are requested one by one when batches are refused; true by default. */
  readonly singly?: boolean;
  /** Stream that the calls are counted for, as in `ApiRequest`. */
  readonly stream?: string;
}

export interface Found<Entity> {
  readonly entity: Entity;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
}

/** The outcome for one id: its entity, or why there is none. */
export type BatchItem<Entity> = ItemOutcome<string, Found<Entity>>;

/**
 * Sorts the answers to one batch by id. The status is 200 even when single keys fail; an id with neither a result nor
 * an error does not exist.
 */
export class BatchKeys<Entity> {
  readonly #resource: BatchResource;
  readonly #scrub: (text: string) => string;
  readonly #ids: readonly string[];
  readonly #found = new Map<string, BatchItem<Entity>>();

  constructor(resource: BatchResource, { ids, scrub }: { ids: readonly string[]; scrub: (text: string) => string }) {
    this.#resource = resource;
    this.#ids = ids;
    this.#scrub = scrub;
  }

  /** Ids without a final outcome yet. */
  get open(): readonly string[] {
    return this.#ids.filter((id) => !this.#found.has(id));
  }

  get hasAny(): boolean {
    return this.#found.size > 0;
  }

  /**
   * Reads an answer's outcomes for the open keys. Returns the refusal of those that failed temporarily, the most
   * serious if there are several; null: none did.
   */
  take({ body, receivedAt }: ApiAnswer<JsonObject>): Refusal | null {
    const asked = this.#asked;
    if (!isObject(body['results'])) throw new AnswerError({ asked, came: 'a batch without results' });
    const [results, errors, statuses] = ['results', 'errors', 'statuses'].map((name) => byDecodedKey(body[name]));
    const passing: Refusal[] = [];
    for (const id of this.open) {
      const key = decodeKey(id);
      const entity = results!.get(key);
      const status = statuses!.get(key);
      const refused = isObject(entity) && !isErrorObject(entity) ? null : (errors!.get(key) ?? entity ?? undefined);
      if (refused === null) this.#takeEntity(id, { entity: entity as JsonObject, receivedAt });
      else if (refused !== undefined && !isObject(refused)) this.#fail(id, 'an entity that is not an object');
      else {
        const given = typeof status === 'number' && status >= 400 ? status : 404;
        const refusal = readError(refused, { status: given, scrub: this.#scrub });
        if (isPassing(refusal.status)) passing.push(refusal);
        else this.#found.set(id, { item: id, error: errorOf(refusal, { ...asked, id }) });
      }
    }
    return passing.toSorted((one, other) => seriousness(other) - seriousness(one))[0] ?? null;
  }

  /** Fails the open keys, which will not be requested again. */
  giveUp(error: TapError): void {
    for (const id of this.open) this.#found.set(id, { item: id, error });
  }

  items(): BatchItem<Entity>[] {
    return this.#ids.map((id) => this.#found.get(id)!);
  }

  #takeEntity(id: string, { entity, receivedAt }: { entity: JsonObject; receivedAt: number }): void {
    const oddity = oddityOf(entity, { resource: this.#resource, id });
    if (oddity !== null) this.#fail(id, oddity);
    else this.#found.set(id, { item: id, value: { entity: entity as Entity, receivedAt } });
  }

  #fail(id: string, came: string): void {
    this.#found.set(id, { item: id, error: new AnswerError({ asked: { ...this.#asked, id }, came }) });
  }

  get #asked(): Asked {
    const [id] = this.#ids;
    const asked = { method: 'BATCH_GET', resource: this.#resource.resource };
    return this.#ids.length === 1 && id !== undefined ? { ...asked, id } : asked;
  }
}

/** Puts a daily limit before a burst, and a burst before a server error. */
function seriousness({ status, message }: Refusal): number {
  if (status !== 429) return 0;
  return namesDayLimit(message) ? 2 : 1;
}

/** What is wrong with an entity that is not the one requested; null: nothing. */
export function oddityOf(entity: JsonObject, { resource, id }: { resource: BatchResource; id: string }): string | null {
  if (resource.identity === undefined) return null;
  if (Object.keys(entity).length === 0) return 'an empty object';
  const told = quoteOf(entity[resource.identity] ?? id);
  return told === quoteOf(id) ? null : `a different entity than asked for, ${told}`;
}

/** An id may be a number or its digits: both give the same text. */
const quoteOf = (value: unknown): string =>
  typeof value === 'string' ? value.slice(0, 60) : JSON.stringify(value).slice(0, 60);

/** The error that a single GET of that id would have met. */
function errorOf(refusal: Refusal, asked: Asked): CallError {
  if (refusal.status === 403) return new AccessDeniedError({ asked, refusal });
  if (refusal.status === 404 || refusal.status === 410) return new NotFoundError({ asked, refusal });
  return new RefusedError({ asked, refusal, came: describeRefusal(refusal) });
}

/** LinkedIn writes the keys of an answer either raw or percent-encoded. */
function byDecodedKey(entries: unknown): Map<string, unknown> {
  return new Map(Object.entries(isObject(entries) ? entries : {}).map(([key, value]) => [decodeKey(key), value]));
}

function decodeKey(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}
