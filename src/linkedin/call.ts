import { nextMidnight, type Clock } from '../clock.js';
import type { TapError } from '../errors.js';
import type { JsonObject } from '../json-object.js';
import type { ApiAnswer, ApiRequest } from './api-request.js';
import type { Lease, TokenProvider } from './auth.js';
import { classify, classifyPassing, type Classification } from './classify.js';
import { AuthError, RateLimitError, UnansweredError } from './errors.js';
import type { Gate } from './gate.js';
import { askedOf, type Asked, type Refusal } from './refusal.js';
import type { Retrier, Retry } from './retry.js';
import type { Feedback, Throttle } from './throttle.js';
import type { Outcome } from './transport.js';
import { needsTunnel } from './wire.js';

/** The part of an answer that has to be requested again because of a temporary failure at LinkedIn. */
export interface Unfinished {
  readonly refusal: Refusal;
  readonly request: ApiRequest;
}

export interface GetOptions {
  /** Finds the parts of an answer that failed temporarily; they are requested again as the call's next try. */
  readonly findUnfinished?: (answer: ApiAnswer<JsonObject>) => Unfinished | null;
}

/** A call under way, across all its tries. */
interface Call extends GetOptions {
  request: ApiRequest;
  readonly asked: Asked;
  tunnelled: boolean;
  hadRefresh: boolean;
  /** Tries that failed temporarily. */
  tries: number;
}

/** How one request is sent. */
export interface Sending {
  readonly token: string;
  readonly tunnelled: boolean;
  /** A version other than the one in the settings. */
  readonly as?: string;
}

/** Sends one read and returns its body, after as many tries as it takes. */
export type Get = <Body>(request: ApiRequest, options?: GetOptions) => Promise<ApiAnswer<Body>>;

export interface CallerOptions {
  /** Makes one exchange, whatever its outcome. */
  readonly send: (request: ApiRequest, how: Sending) => Promise<Outcome>;
  readonly auth: TokenProvider;
  readonly throttle: Throttle;
  readonly gate: Gate;
  readonly retrier: Retrier;
  /** The `LinkedIn-Version` to request. */
  readonly version: string;
  /** The run's clock, which decides what day it is. */
  readonly clock: Clock;
  /** The real time. */
  readonly wallClock: Clock;
  /** Removes secrets from LinkedIn's words. */
  readonly scrub: (text: string) => string;
}

/**
 * Makes calls: each waits its turn, takes a token and as many tries as it needs, and its result affects all later
 * calls.
 */
export function createCaller(options: CallerOptions): Get {
  const { send, auth, throttle, gate, retrier, version, clock, wallClock, scrub } = options;
  const { maxTries } = retrier;

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

  /** Makes one try. The slot is kept until the result has taken effect, so that no other call slips in between. */
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

  async function exchange(call: Call, { token }: Lease): Promise<Classification> {
    const { request, asked, tunnelled } = call;
    const outcome = await send(request, { token, tunnelled });
    const wallNow = wallClock();
    const canTunnel = !tunnelled && request.query !== '';
    const limits = { wallNow, resetsAt: resetsAt() };
    const result = classify(outcome, { asked, version, canTunnel, scrub, ...limits });
    return result.kind === 'answered' ? goOn(call, result) : result;
  }

  /** Where parts of an answer failed temporarily, narrows the call to those parts. */
  function goOn(call: Call, answered: Classification & { kind: 'answered' }): Classification {
    const unfinished = call.findUnfinished?.({ body: answered.body, receivedAt: clock() });
    if (!unfinished) return answered;
    call.request = unfinished.request;
    call.tunnelled = needsTunnel(unfinished.request.query);
    return classifyPassing({ asked: call.asked, refusal: unfinished.refusal }, { afterMs: null, resetsAt: resetsAt() });
  }

  /** Applies a result to this call and to later ones; throws whatever ends the call. */
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

  /** A call may ask for fewer tries, but a burst 429 always gets all of them. */
  function triesOf({ request }: Call, { burst }: Retry): number {
    return burst === null ? (request.maxTries ?? maxTries) : maxTries;
  }

  /** Quotas start over at the next 00:00 UTC. */
  function resetsAt(): number {
    return nextMidnight(clock());
  }

  return get;
}

function feedbackOf(result: Classification): Feedback {
  if (result.kind === 'answered') return 'success';
  return result.kind === 'retry' && result.burst !== null ? 'burst' : 'other';
}

/** A 429 on the last try means a used-up limit, whatever its message says. */
function exhausted(last: Retry, { asked, tries, resetsAt }: Call & { resetsAt: number }): TapError {
  return last.burst === null
    ? new UnansweredError({ asked, tries, last })
    : new RateLimitError({ asked, refusal: last.burst, resetsAt });
}
