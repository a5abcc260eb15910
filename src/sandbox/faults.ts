import type { Fault, FaultMatch } from './fault-types.js';
import { merge } from './merge.js';
import type { Answer } from './http/answer.js';

/** What a fault's match is held against. */
export interface FaultSubject {
  readonly resource: string | null;
  readonly organizations: readonly number[];
  /** HTTP method and Rest.li method. */
  readonly methods: readonly (string | undefined)[];
  readonly url: string;
}

/** The list of faults as it is used up: each call takes the first fault that matches and has a turn left. */
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

function matches(subject: FaultSubject, { resource, organization, method, path }: FaultMatch = {}): boolean {
  return (
    (resource === undefined || resource === subject.resource) &&
    (organization === undefined || subject.organizations.includes(organization)) &&
    (method === undefined || subject.methods.includes(method)) &&
    (path === undefined || subject.url.includes(path))
  );
}

/** The answer as the fault leaves it. */
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
