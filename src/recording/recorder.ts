import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isSuccess } from '../linkedin/classify.js';
import type { HttpRequest, Outcome, Transport } from '../linkedin/transport.js';
import type { RecordedCall } from '../recorded.js';
import { hideForm, isStandard, replaceAddress, replaceQuery } from './addresses.js';
import { replaceBody } from './bodies.js';
import type { Fictions } from './fictions.js';
import { replaceHeaders } from './headers.js';
import { makeText } from './texts.js';

export interface RecorderOptions {
  readonly folder: string;
  readonly fictions: Fictions;
  /** Without a trailing slash. */
  readonly oauthUrl: string;
  /** Removes known secrets from a text. */
  readonly scrub: (text: string) => string;
  /** Called once if a file cannot be written; nothing more is recorded then. */
  readonly onFault: (error: unknown) => void;
}

/** Records requests and answers, each call as a file, with real data replaced. */
export class Recorder {
  readonly #options: RecorderOptions;
  #calls = 0;
  #isBroken = false;

  constructor(options: RecorderOptions) {
    this.#options = options;
  }

  get calls(): number {
    return this.#calls;
  }

  /** Wraps a transport so that its calls are recorded. */
  readonly record = (transport: Transport): Transport => ({
    send: async (request) => {
      this.#calls += 1;
      const place = this.#calls;
      const outcome = await transport.send(request);
      await this.#write(place, { request, outcome });
      return outcome;
    },
    close: () => transport.close(),
  });

  async #write(place: number, { request, outcome }: { request: HttpRequest; outcome: Outcome }): Promise<void> {
    if (this.#isBroken) return;
    const call = this.describe(request, outcome);
    const file = `${String(place).padStart(4, '0')}-${nameOf(call.request.url)}.json`;
    try {
      await writeFile(join(this.#options.folder, file), `${JSON.stringify(call, null, 2)}\n`);
    } catch (error) {
      this.#isBroken = true;
      this.#options.onFault(error);
    }
  }

  /** The content of a call's file. */
  describe({ method, url, headers, body }: HttpRequest, outcome: Outcome): RecordedCall {
    const { fictions, oauthUrl, scrub } = this.#options;
    const isOAuth = url.startsWith(`${oauthUrl}/`);
    const { pathname, search } = new URL(url);
    const address = isOAuth ? `/oauth/v2${url.slice(oauthUrl.length)}` : `${pathname}${search}`;
    const sent = body && (isOAuth ? hideForm(body) : replaceQuery(body, { url: address, fictions }));
    return {
      request: {
        method,
        url: replaceAddress(address, fictions),
        headers: replaceHeaders(Object.entries(headers), { fictions, scrub }),
        ...(sent && { body: sent }),
      },
      ...this.#describeOutcome(outcome, address),
    };
  }

  #describeOutcome(outcome: Outcome, address: string): Pick<RecordedCall, 'answer' | 'broken'> {
    const { fictions, scrub } = this.#options;
    if (outcome.kind !== 'answer') return { broken: outcome.kind };
    const { status, text } = outcome;
    const options = { fictions, scrub, standard: isStandard(address), refused: !isSuccess(outcome) };
    const names = [...outcome.headers.keys()];
    const headers = names.map((name) => [name, outcome.headers.get(name) ?? ''] as const);
    const parsed = parse(text);
    return {
      answer: {
        status,
        headers: replaceHeaders(headers, { fictions, scrub }),
        ...(parsed ? { body: replaceBody(parsed.value, options) } : { text: makeText(text, fictions) }),
      },
    };
  }
}

/** A name for people who look into the folder: the resource and its part. */
function nameOf(url: string): string {
  const [path = ''] = url.split('?');
  const words = path.split('/').filter((part) => /^[A-Za-z]+$/.test(part));
  return words.filter((word) => word !== 'rest').join('-');
}

function parse(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}
