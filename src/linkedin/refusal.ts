import { isObject, type JsonObject } from '../json-object.js';
import { parseObject } from './json.js';
import type { ApiRequest } from './api-request.js';
import type { HttpAnswer } from './transport.js';

/** What was asked, in words that are safe to print. */
export interface Asked {
  readonly method: string;
  readonly resource: string;
  /** URN of the organization, where the request shows one. */
  readonly organization?: string;
  /** Which entity, of a batch or by itself. */
  readonly id?: string;
}

/** An answer other than 2xx: every key but the status may be missing, and a gateway answers HTML or nothing. */
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
/** The rest of a page of megabytes is not looked at. */
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

/** An error that stands in the place of what was asked for; `status` where it tells none itself. */
export function readError(value: unknown, { status, scrub }: { status: number; scrub: Scrub }): Refusal {
  const error = isObject(value) ? value : {};
  const told = readWords(error, scrub);
  return { status: typeof error['status'] === 'number' ? error['status'] : status, ...told, uuid: null };
}

/** What an error of the API, or one of the token endpoint, says of itself. */
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

/** Whether an object is an error rather than what was asked for: nothing that LinkedIn serves has a `status` of 400 or more. */
export function isErrorObject(value: JsonObject): boolean {
  const { status } = value;
  return typeof status === 'number' && status >= 400 && !('elements' in value) && !('results' in value);
}

/** LinkedIn's words for a quota of the day, which no waiting helps. */
export const namesDayLimit = (message: string): boolean => /\bDAY\b/.test(message);

/** Failures that may pass: LinkedIn was busy, or in trouble. */
export const isPassing = (status: number): boolean => status === 429 || status >= 500;

type Scrub = (text: string) => string;

function textIn(body: JsonObject, key: string): string | null {
  const value = body[key];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Secrets go out in between: cut to the end, a piece of one might be too short to tell. */
function shorten(text: string, scrub: (text: string) => string): string {
  const line = scrub(text.slice(0, LONGEST_READ)).replaceAll(/\s+/g, ' ').trim();
  return line.length > MAX_MESSAGE_LENGTH ? `${line.slice(0, MAX_MESSAGE_LENGTH - 1)}…` : line;
}
