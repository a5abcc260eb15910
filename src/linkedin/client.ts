import { setMaxListeners } from 'node:events';
import { nextMidnight, type Clock, type Sleep } from '../clock.js';
import type { Config } from '../config/config.js';
import type { TapError } from '../errors.js';
import type { Logger } from '../log/logger.js';
import type { Lease, TokenFacts } from './auth.js';
import { createTokenProvider } from './auth.js';
import { AuthError, RateLimitError, UnansweredError } from './errors.js';
import { createGate } from './gate.js';
import type { Classification } from './classify.js';
import { classify, classifyPassing } from './classify.js';
import type { CallCounts } from './meter.js';
import { createMeter } from './meter.js';
import type { Asked, Refusal } from './refusal.js';
import { askedOf } from './refusal.js';
import type { ApiAnswer, ApiRequest } from './api-request.js';
import type { JsonObject } from '../json-object.js';
import type { Retries, Retry } from './retry.js';
import { createRetrier } from './retry.js';
import type { Feedback } from './throttle.js';
import { createThrottle } from './throttle.js';
import { createTokenEndpoint } from './token-endpoint.js';
import { createTransport, type Outcome, type Transport } from './transport.js';
import { versionWarning } from './version.js';
import { needsTunnel, toHttpRequest } from './wire.js';

export interface LinkedInClient {
  /** Where paths start from; links to any other host are refused. */
  readonly apiUrl: string;
  /**
   * Sends one read and brings its body, after as many tries as it takes. Rejects with an error of errors.ts, or with
   * the reason of the run's signal.
   */
  get<Body>(request: ApiRequest, options?: GetOptions): Promise<ApiAnswer<Body>>;
  /**
   * Sends one call once and brings whatever comes, which has no effect on any other call: for questions about LinkedIn
   * itself. `version` stands in for linkedin_version.
   *
   * @throws what stands in the way of sending it: a limit that was met, a budget, no token, the end of the run
   */
  ask(request: ApiRequest, options?: { readonly version?: string }): Promise<Outcome>;
  /** What LinkedIn says of the token in use, whole; null without the client's credentials, which it takes. */
  introspect(): Promise<Outcome | null>;
  /** Gets the token, where it has not been got yet, and tells what is known of it. */
  authorize(): Promise<TokenFacts>;
  readonly token: TokenFacts;
  readonly calls: CallCounts;
  /** Tries that have to be made once more, those for tokens included. */
  readonly retries: Retries;
  /** Takes secrets out of LinkedIn's words. */
  readonly scrub: (text: string) => string;
  /** Keeps that many further calls of the budget for a resource; it replaces what was kept for it before. */
  keepCalls(resource: string, calls: number): void;
  /** Logs the HTTP metrics that have come together since the last report. */
  reportMetrics(): void;
  /** Lets go of sockets and of the run's signal. */
  close(): void;
}

/** What of an answer has to be asked for again, since LinkedIn had passing trouble with a part of it. */
export interface Unfinished {
  readonly refusal: Refusal;
  readonly request: ApiRequest;
}

export interface GetOptions {
  /** Looks into an answer for parts that failed in passing: these are asked for again, as one more try of the call. */
  readonly findUnfinished?: (answer: ApiAnswer<JsonObject>) => Unfinished | null;
}

export interface ClientOptions {
  readonly config: Pick<
    Config,
    | 'credentials'
    | 'linkedinVersion'
    | 'apiUrl'
    | 'oauthUrl'
    | 'maxConcurrency'
    | 'maxCalls'
    | 'resourceLimits'
    | 'requestTimeoutMs'
    | 'maxTries'
    | 'retryWaitMs'
    | 'userAgent'
    | 'proxy'
  >;
  readonly logger: Logger;
  /** Ends the run: calls under way, waits and queues reject with its reason. */
  readonly signal: AbortSignal;
  /** The run's clock, which says what day it is. */
  readonly clock: Clock;
  /** The real time, by which tokens live. */
  readonly wallClock: Clock;
  readonly sleep: Sleep;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** Stands around the one place that talks HTTP, to see what passes. */
  readonly record?: ((transport: Transport) => Transport) | undefined;
}

/** A call on its way, over all its tries. */
interface Call extends GetOptions {
  request: ApiRequest;
  readonly asked: Asked;
  tunnelled: boolean;
  hadRefresh: boolean;
  /** Tries that failed in a way that may pass. */
  tries: number;
}

interface Sending {
  readonly token: string;
  readonly tunnelled: boolean;
  /** In another version than the settings say. */
  readonly as?: string;
}

export function createClient(options: ClientOptions): LinkedInClient {
  const { config, logger, signal, clock, wallClock, sleep, random } = options;
  const { credentials, apiUrl, oauthUrl, linkedinVersion: version, maxTries, retryWaitMs, userAgent } = config;
  // Any number of calls may wait for their next try, each with a listener for as long as it waits.
  setMaxListeners(0, signal);
  const plain = createTransport({ timeoutMs: config.requestTimeoutMs, signal, logger, proxy: config.proxy });
  const transport = options.record?.(plain) ?? plain;
  const retrier = createRetrier({ maxTries, retryWaitMs, logger, wallClock, sleep, random, signal });
  const meter = createMeter(logger);
  const endpoint = createTokenEndpoint({
    transport,
    oauthUrl,
    userAgent,
    retrier,
    logger,
    wallClock,
    onCall: meter.sentForToken,
  });
  const auth = createTokenProvider({ credentials, endpoint, retryWaitMs, wallClock, sleep, signal, logger });
  const throttle = createThrottle({ maximum: config.maxConcurrency, signal });
  const gate = createGate({ ...config, counts: meter.counts, signal });

  const warning = versionWarning(version, clock());
  if (warning !== null) logger.warning(warning);

  async function get<Body>(request: ApiRequest, { findUnfinished }: GetOptions = {}): Promise<ApiAnswer<Body>> {
    const tunnelled = needsTunnel(request.query);
    const asked = askedOf(request);
    const call: Call = {
      request,
      asked,
      tunnelled,
      hadRefresh: false,
      tries: 0,
      ...(findUnfinished && { findUnfinished }),
    };
    for (;;) {
      const result = await attempt(call);
      if (result.kind === 'answered') return { body: result.body as Body, receivedAt: clock() };
      if (result.kind === 'retry')
        await retrier.pause(result, { resource: request.resource, tries: call.tries, of: triesOf(call, result) });
    }
  }

  /** One try. The slot is kept until the result has taken effect, so that nothing slips through in between. */
  async function attempt(call: Call): Promise<Classification> {
    const slot = await throttle.acquire();
    let feedback: Feedback = 'other';
    try {
      gate.assertOpen(call.request.resource);
      const lease = await auth.lease();
      gate.assertOpen(call.request.resource);
      const result = await exchange(call, lease);
      feedback = feedbackOf(result);
      await settle(call, { lease, result });
      return result;
    } finally {
      slot.release(feedback);
    }
  }

  async function send(request: ApiRequest, { token, tunnelled, as = version }: Sending): Promise<Outcome> {
    meter.sent(request);
    const startedAt = wallClock();
    const outcome = await transport.send(toHttpRequest(request, { apiUrl, version: as, userAgent, token, tunnelled }));
    const status = outcome.kind === 'answer' ? outcome.status : null;
    meter.ended(request, { status, seconds: (wallClock() - startedAt) / 1000 });
    return outcome;
  }

  async function exchange(call: Call, { token }: Lease): Promise<Classification> {
    const { request, asked, tunnelled } = call;
    const outcome = await send(request, { token, tunnelled });
    const wallNow = wallClock();
    const canTunnel = !tunnelled && request.query !== '';
    const limits = { wallNow, resetsAt: resetsAt() };
    const result = classify(outcome, { asked, version, canTunnel, scrub: logger.scrub, ...limits });
    return result.kind === 'answered' ? goOn(call, result) : result;
  }

  /** Parts of an answer that failed in passing are what is left of the call. */
  function goOn(call: Call, answered: Classification & { kind: 'answered' }): Classification {
    const unfinished = call.findUnfinished?.({ body: answered.body, receivedAt: clock() });
    if (!unfinished) return answered;
    call.request = unfinished.request;
    call.tunnelled = needsTunnel(unfinished.request.query);
    return classifyPassing({ asked: call.asked, refusal: unfinished.refusal }, { afterMs: null, resetsAt: resetsAt() });
  }

  /** Lets a result take effect on the call and on all others; throws what ends the call. */
  async function settle(call: Call, { lease, result }: { lease: Lease; result: Classification }): Promise<void> {
    const { asked } = call;
    switch (result.kind) {
      case 'answered':
        auth.accepted(lease);
        return;
      case 'tunnel':
        call.tunnelled = true;
        return;
      case 'unauthorized': {
        const answer = await auth.refused(lease, call.hadRefresh);
        if (answer === 'lost') throw gate.closeAfter(new AuthError({ asked, refusal: result.refusal }));
        call.hadRefresh ||= answer === 'refreshed';
        return;
      }
      case 'failed':
        throw gate.closeAfter(result.error);
      case 'retry':
        call.tries += 1;
        if (call.tries >= triesOf(call, result))
          throw gate.closeAfter(exhausted(result, { ...call, resetsAt: resetsAt() }));
    }
  }

  /** A call may be content with fewer tries, but for those that only come too fast. */
  function triesOf({ request }: Call, { burst }: Retry): number {
    return burst === null ? (request.maxTries ?? maxTries) : maxTries;
  }

  /** Quotas begin anew at the next 00:00 UTC. */
  function resetsAt(): number {
    return nextMidnight(clock());
  }

  return {
    apiUrl,
    get,
    async ask(request, { version: as } = {}) {
      const slot = await throttle.acquire();
      try {
        gate.assertOpen(request.resource);
        const { token } = await auth.lease();
        return await send(request, { token, tunnelled: needsTunnel(request.query), ...(as !== undefined && { as }) });
      } finally {
        slot.release('other');
      }
    },
    introspect: () => auth.introspect(),
    async authorize() {
      await auth.lease();
      return auth.facts;
    },
    get token() {
      return auth.facts;
    },
    calls: meter.counts,
    retries: retrier.retries,
    scrub: logger.scrub,
    keepCalls(resource, calls) {
      gate.keep(resource, (meter.counts.byResource.get(resource) ?? 0) + calls);
    },
    reportMetrics: meter.report,
    close() {
      throttle.close();
      transport.close();
    },
  };
}

function feedbackOf(result: Classification): Feedback {
  if (result.kind === 'answered') return 'success';
  return result.kind === 'retry' && result.burst !== null ? 'burst' : 'other';
}

/** A 429 to the last try is a used up limit, whatever its message says. */
function exhausted(last: Retry, { asked, tries, resetsAt }: Call & { resetsAt: number }): TapError {
  return last.burst === null
    ? new UnansweredError({ asked, tries, last })
    : new RateLimitError({ asked, refusal: last.burst, resetsAt });
}
