import type { Fault, FaultMatch } from './fault-types.js';
import { isObject } from '../json-object.js';
import { merge } from './merge.js';
import type { Answer } from './http/answer.js';

/** What a fault's `match` is compared with. */
export interface FaultSubject {
  readonly resource: string | null;
  readonly organizations: readonly number[];
  /** HTTP method and Rest.li method. */
  readonly methods: readonly (string | undefined)[];
  readonly url: string;
}

/** The faults with their remaining uses: each call takes the first one that matches and is not used up. */
export interface FaultQueue {
  take(subject: FaultSubject): Fault | undefined;
}

export function createFaultQueue(faults: readonly Fault[]): FaultQueue {
  const queue = faults.map((fault) => ({ fault, seen: 0 }));
  return {
    take(subject) {
      for (const entry of queue) {
        const { match, after = 0, times = 1 } = entry.fault;
        if (!matches(subject, match)) continue;
        if (times !== 'always' && entry.seen >= after + times) continue;
        entry.seen++;
        if (entry.seen > after) return entry.fault;
      }
      return undefined;
    },
  };
}

function matches(subject: FaultSubject, { resource, organization, method, path, item }: FaultMatch = {}): boolean {
  return (
    (resource === undefined || resource === subject.resource) &&
    (organization === undefined || subject.organizations.includes(organization)) &&
    (method === undefined || subject.methods.includes(method)) &&
    (path === undefined || subject.url.includes(path)) &&
    (item === undefined || asksAbout(subject.url, item))
  );
}

/** Whether a URL names exactly this item, not one that merely contains its name. */
function asksAbout(url: string, item: string): boolean {
  const name = encodeURIComponent(item).replaceAll(
    /[()']/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const before = url.indexOf(name);
  return before > 0 && !/\w/.test(url[before - 1]!) && !/\w/.test(url[before + name.length] ?? '');
}

/** The answer, spoilt by the fault. */
export function applyFault(answer: Answer, fault: Fault): Answer {
  const retryAfter = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
  return { ...change(answer, fault), headers: { ...answer.headers, ...retryAfter } };
}

function change(answer: Answer, fault: Fault): Answer {
  switch (fault.kind) {
    case '500':
      return { status: 500, json: { status: 500, code: 'INTERNAL_SERVER_ERROR', message: 'Internal Server Error' } };
    case '502-html':
      return { status: 502, text: renderPage('502 Bad Gateway') };
    case '503-html':
      return { status: 503, text: renderPage('503 Service Unavailable') };
    case '504':
      return { status: 504, json: { status: 504, code: 'GATEWAY_TIMEOUT', message: 'Request timed out' } };
    case 'status':
      return {
        status: fault.status ?? 500,
        ...(typeof fault.body === 'string' ? { text: fault.body } : { json: fault.body }),
      };
    case 'extra':
      return { ...answer, json: merge(answer.json, fault.patch) };
    case 'remove':
      return { ...answer, json: without(answer.json, fault.fields ?? []) };
    case 'key':
      return failKey(answer, fault);
    case 'endless':
      return { ...answer, json: merge(answer.json, { elements: [] }) };
    case 'ignore-start':
      return answer;
    case 'invalid-json':
      return { status: 200, text: '{"elements":[{"broken":' };
    case 'empty-body':
      return { status: 200, text: '' };
    case 'html-200':
      return { status: 200, text: renderPage('Be right back') };
    default:
      return { ...answer, delivery: fault.kind, ...(fault.ms !== undefined && { ms: fault.ms }) };
  }
}

function renderPage(title: string): string {
  return `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`;
}

/** A copy without fields of these names, at any depth. */
function without(value: unknown, fields: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => without(item, fields));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => !fields.includes(name));
  return Object.fromEntries(kept.map(([name, item]) => [name, without(item, fields)]));
}

/** In a batch, only this key fails; a single call for it is refused. */
function failKey(answer: Answer, { match, status = 500 }: Fault): Answer {
  const key = match?.item ?? '';
  const error = { status, message: 'Trouble with this one' };
  if (!isObject(answer.json) || !isObject(answer.json['results'])) return { status, json: error };
  const results = Object.entries(answer.json['results']).filter(([name]) => decodeURIComponent(name) !== key);
  const { statuses, errors } = answer.json;
  return {
    ...answer,
    json: {
      results: Object.fromEntries(results),
      statuses: merge(statuses, { [key]: status }),
      errors: merge(errors, { [key]: error }),
    },
  };
}

/** The URL with `start` reset to 0, as if the server ignored it. */
export function withoutStart(url: string): string {
  return url.replace(/([?&])start=\d+/, '$1start=0');
}

/** Adds a link to the next page, whether or not there is one. */
export function linkOn(answer: Answer, url: string): Answer {
  const { searchParams } = new URL(url, 'http://sandbox.invalid');
  const [start, count] = ['start', 'count'].map((name) => Number(searchParams.get(name) ?? 0));
  const href = url.replace(/([?&])start=\d+/, `$1start=${start! + count!}`);
  const links = [{ rel: 'next', href, type: 'application/json' }];
  return { ...answer, json: merge(answer.json, { paging: { links } }) };
}
