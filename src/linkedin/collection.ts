import { isObject, type JsonObject } from '../json-object.js';
import { AnswerError } from './errors.js';
import { askedOf } from './refusal.js';
import type { ApiRequest } from './api-request.js';

/** The elements of a finder's or GET_ALL's answer. @throws AnswerError unless they are a list of objects */
export function elementsOf(body: JsonObject, request: ApiRequest): readonly JsonObject[] {
  const elements = body['elements'];
  if (Array.isArray(elements) && elements.every(isObject)) return elements;
  const said = typeof body['message'] === 'string' ? `: ${body['message'].slice(0, 300)}` : '';
  throw new AnswerError({ asked: askedOf(request), came: `a body without a list of elements${said}` });
}

/** Paging details of an answer; null where it gives none. */
export interface Paging {
  readonly count: number | null;
  readonly total: number | null;
  /** The link to the next page, as received. */
  readonly next: unknown;
}

/** @throws AnswerError where `links` is not a list of objects: a page might be missed silently */
export function readPaging(body: JsonObject, request: ApiRequest): Paging {
  const { count, total, links } = isObject(body['paging']) ? body['paging'] : ({} as JsonObject);
  const list = links ?? [];
  if (!Array.isArray(list) || !list.every(isObject)) {
    throw new AnswerError({ asked: askedOf(request), came: 'paging whose links are not a list of links' });
  }
  const next = list.find(({ rel }) => rel === 'next')?.['href'] ?? null;
  return { count: numberOrNull(count), total: numberOrNull(total), next };
}

const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null);
