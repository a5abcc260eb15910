import { isObject, type JsonObject } from '../json-object.js';
import { parseObject } from './json.js';
import type { ApiRequest } from './api-request.js';
import type { HttpAnswer } from './transport.js';

/** A request, in words that are safe to print. */
export interface Asked {
  readonly method: string;
  readonly resource: string;
  /** URN of the organization, if the request shows one. */
  readonly organization?: string;
  /** The entity, in a batch or by itself. */
  readonly id?: string;
}

/** An answer other than 2xx. Everything but the status may be missing: a gateway answers with HTML or nothing. */
export interface Refusal {
  readonly status: number;
  /** LinkedIn's `code`, for instance `ACCESS_DENIED`; the token endpoint's `error`. */
  readonly code: string | null;
  readonly serviceErrorCode: number | null;
  /** One line, shortened. */
  readonly message: string;
  /** `x-li-uuid`: LinkedIn's support asks for it. */
  readonly uuid: string | null;
}

const ORGANIZATION = /urn%3Ali%3Aorganization%3A(\d+)|\/organizations\/(\d+)/;
const MAX_MESSAGE_LENGTH = 300;
/** Characters of a message that are read; the rest of a huge page is ignored. */
const LONGEST_READ = 10 * MAX_MESSAGE_LENGTH;

export function askedOf({ method, resource, path, query, about }: ApiRequest): Asked {
  if (about !== undefined) return { method, resource, id: about };
  const found = ORGANIZATION.exec(`${path}?${query}`);
  const id = found?.[1] ?? found?.[2];
  return id === undefined ? { method, resource } : { method, resource, organization: `urn:li:organization:${id}` };
}

export function readRefusal({ status, headers, text }: HttpAnswer, scrub: Scrub): Refusal {
  const parsed = parseObject(text);
  const uuid = headers.get('x-li-uuid');
  const told = readWords('body' in parsed ? parsed.body : { message: text }, scrub);
  return { status, ...told, uuid: uuid === null ? null : shorten(uuid, scrub) };
}

/** Reads an error sent in place of what was requested; `status` applies where it gives none itself. */
export function readError(value: unknown, { status, scrub }: { status: number; scrub: Scrub }): Refusal {
  const error = isObject(value) ? value : {};
  const told = readWords(error, scrub);
  return { status: typeof error['status'] === 'number' ? error['status'] : status, ...told, uuid: null };
}

/** What an error of the API or the token endpoint says. */
function readWords(body: JsonObject, scrub: Scrub): Pick<Refusal, 'code' | 'serviceErrorCode' | 'message'> {
  const code = textIn(body, 'code') ?? textIn(body, 'error');
  const message = textIn(body, 'message') ?? textIn(body, 'error_description') ?? '';
  return {
    code: code === null ? null : shorten(code, scrub),
    serviceErrorCode: typeof body['serviceErrorCode'] === 'number' ? body['serviceErrorCode'] : null,
    message: shorten(message, scrub),
  };
}

/** `FINDER posts (urn:li:organization:1)` */
export function describeAsked({ method, resource, organization, id }: Asked): string {
  const which = organization ?? id;
  return which === undefined ? `${method} ${resource}` : `${method} ${resource} (${which})`;
}

/** `HTTP 403 ACCESS_DENIED: Not enough permissions to access: … (x-li-uuid …)` */
export function describeRefusal({ status, code, message, uuid }: Refusal): string {
  const head = code === null ? `HTTP ${status}` : `HTTP ${status} ${code}`;
  return `${message === '' ? head : `${head}: ${message}`}${uuid === null ? '' : ` (x-li-uuid ${uuid})`}`;
}

/**
 * Whether an object is an error rather than what was requested: nothing that LinkedIn serves has a `status` of 400 or
 * more.
 */
export function isErrorObject(value: JsonObject): boolean {
  const { status } = value;
  return typeof status === 'number' && status >= 400 && !('elements' in value) && !('results' in value);
}

/** Whether LinkedIn's message names a daily quota, where waiting does not help. */
export const namesDayLimit = (message: string): boolean => /\bDAY\b/.test(message);

/** Whether a failure may be temporary: LinkedIn was busy or had a problem. */
export const isPassing = (status: number): boolean => status === 429 || status >= 500;

type Scrub = (text: string) => string;

function textIn(body: JsonObject, key: string): string | null {
  const value = body[key];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Secrets are removed between the two cuts: a piece of a secret at the final cut might be too short to recognize. */
function shorten(text: string, scrub: (text: string) => string): string {
  const line = scrub(text.slice(0, LONGEST_READ)).replaceAll(/\s+/g, ' ').trim();
  return line.length > MAX_MESSAGE_LENGTH ? `${line.slice(0, MAX_MESSAGE_LENGTH - 1)}…` : line;
}
