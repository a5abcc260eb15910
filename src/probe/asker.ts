import { isSuccess } from '../linkedin/classify.js';
import { BudgetError } from '../linkedin/errors.js';
import { parseObject } from '../linkedin/json.js';
import type { ApiRequest } from '../linkedin/api-request.js';
import type { LinkedInClient } from '../linkedin/client.js';
import type { Outcome } from '../linkedin/transport.js';
import { isObject, type JsonObject } from '../json-object.js';
import type { Evidence } from './evidence.js';

/** The result of a question. */
export type Heard =
  | { readonly kind: 'answered'; readonly status: number; readonly body: JsonObject }
  | { readonly kind: 'refused'; readonly status: number; readonly body: JsonObject }
  | { readonly kind: 'nothing'; readonly note: string };

/** The most calls that a probe makes, whatever is asked. */
export const MOST_CALLS = 40;

/**
 * Asks questions, making each call once. Stops at the limit of calls, and no longer asks a resource that has answered
 * 429.
 */
export class Asker {
  readonly #client: LinkedInClient;
  readonly #limited = new Set<string>();
  /** Names of the headers of each 429 that may be about limits. */
  readonly limitHeaders: (readonly string[])[] = [];
  /** Questions about this page or others that were answered. */
  answered = 0;

  constructor(client: LinkedInClient) {
    this.#client = client;
  }

  get calls(): number {
    return this.#client.calls.total + this.#client.calls.forTokens;
  }

  /** @throws what ends the run as a whole */
  async ask(request: ApiRequest, options: { version?: string } = {}): Promise<Heard> {
    if (this.calls >= MOST_CALLS) return { kind: 'nothing', note: `not asked: ${MOST_CALLS} calls were made` };
    if (this.#limited.has(request.resource)) return { kind: 'nothing', note: 'not asked: its limit was reached' };
    try {
      const heard = this.#hear(await this.#client.ask(request, options), request.resource);
      if (heard.kind === 'answered') this.answered += 1;
      return heard;
    } catch (error) {
      if (error instanceof BudgetError) return { kind: 'nothing', note: 'not asked: max_calls was reached' };
      throw error;
    }
  }

  /** null: not possible without client_id and client_secret. */
  async introspect(): Promise<Heard | null> {
    const outcome = await this.#client.introspect();
    return outcome && this.#hear(outcome, 'introspectToken');
  }

  #hear(outcome: Outcome, resource: string): Heard {
    if (outcome.kind !== 'answer') return { kind: 'nothing', note: `no answer: ${outcome.kind}` };
    const { status, headers, text } = outcome;
    if (status === 429) {
      this.#limited.add(resource);
      this.limitHeaders.push([...headers.keys()].filter((name) => /retry|limit|quota|reset|remaining/i.test(name)));
    }
    const parsed = parseObject(text);
    const body = 'body' in parsed ? parsed.body : null;
    if (!isSuccess(outcome)) return { kind: 'refused', status, body: body ?? {} };
    if (body === null) return { kind: 'nothing', note: 'an answer that is not a JSON object' };
    return { kind: 'answered', status, body };
  }
}

/** The statuses, code and note of what was heard, with which all evidence begins. */
export function evidenceOf(...heard: readonly Heard[]): Evidence {
  const status = heard.flatMap((one) => (one.kind === 'nothing' ? [] : [one.status]));
  const code = heard.flatMap((one) => (one.kind === 'refused' ? (codeOf(one.body) ?? []) : []))[0];
  const note = heard.flatMap((one) => (one.kind === 'nothing' ? [one.note] : []))[0];
  return {
    ...(status.length > 0 && { status }),
    ...(code !== undefined && { code }),
    ...(note !== undefined && { note }),
  };
}

/** LinkedIn's codes are words in capitals; anything else is left out, because it might be anything. */
function codeOf({ code }: JsonObject): string | undefined {
  return typeof code === 'string' && /^[A-Z][A-Z_]{2,50}$/.test(code) ? code : undefined;
}

/** Whether it is a 4xx about what was asked, not about a missing right or a limit. */
export function isRefusalOf(heard: Heard): boolean {
  return heard.kind === 'refused' && [400, 404, 410, 413, 414, 422].includes(heard.status);
}

export function elementsIn(heard: Heard): readonly JsonObject[] {
  if (heard.kind !== 'answered' || !Array.isArray(heard.body['elements'])) return [];
  return (heard.body['elements'] as readonly unknown[]).filter(isObject);
}

/** What an answer says about its pages; fields that it does not have are left out. */
export function pagingIn(heard: Heard): { count?: number; total?: number; hasNext: boolean } {
  const paging = heard.kind === 'answered' ? heard.body['paging'] : null;
  const { count, total, links }: JsonObject = isObject(paging) ? paging : {};
  const hasNext = Array.isArray(links) && links.some((link) => isObject(link) && link['rel'] === 'next');
  return {
    ...(typeof count === 'number' && { count }),
    ...(typeof total === 'number' && { total }),
    hasNext,
  };
}

/** Keys that can only be names of fields: keys of maps may be URNs. */
export function fieldsOf(body: JsonObject | undefined): string[] {
  return Object.keys(body ?? {}).filter((name) => /^\$?[A-Za-z][A-Za-z_]{0,39}$/.test(name));
}
