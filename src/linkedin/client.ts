import type { Clock, Sleep } from '../clock.js';
import type { Config } from '../config/config.js';
import type { TapError } from '../errors.js';
import type { Logger } from '../log/logger.js';
import type { TokenFacts } from './auth.js';
import { createTokenProvider } from './auth.js';
import { AuthError, BudgetError, RateLimitError, UnansweredError, VersionError } from './errors.js';
import type { Retry, Verdict } from './judge.js';
import { judge } from './judge.js';
import type { CallCounts } from './meter.js';
import { createMeter } from './meter.js';
import type { Asked } from './refusal.js';
import { askedOf } from './refusal.js';
import type { ApiAnswer, ApiRequest } from './request.js';
import { createRetrier } from './retry.js';
import { createSecrets } from './secrets.js';
import { createThrottle } from './throttle.js';
import { createTokenEndpoint } from './token-endpoint.js';
import { createTransport } from './transport.js';
import { versionWarning } from './version.js';
import { needsTunnel, toHttpRequest } from './wire.js';

export interface LinkedInClient {
  /** Where paths start from; links to any other host are refused. */
  readonly apiUrl: string;
  /**
   * Sends one read and brings its body, after as many tries as it takes. Rejects with an error of errors.ts, or with
   * the reason of the run's signal.
   */
  get<Body>(request: ApiRequest): Promise<ApiAnswer<Body>>;
  /** Gets the token, where it has not been got yet, and tells what is known of it. */
  authorize(): Promise<TokenFacts>;
  readonly token: TokenFacts;
  readonly calls: CallCounts;
  /** Logs the HTTP metrics that have come together since the last report. */
  reportMetrics(): void;
  /** Lets go of sockets and of the run's signal. */
  close(): void;
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
    | 'requestTimeoutMs'
    | 'maxTries'
    | 'retryWaitMs'
    | 'userAgent'
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
}

const DAY_MS = 86_400_000;

export function createClient(options: ClientOptions): LinkedInClient {
  const { config, logger, signal, clock, wallClock, sleep, random } = options;
  const { credentials, apiUrl, oauthUrl, linkedinVersion, maxCalls, maxTries, retryWaitMs, userAgent } = config;
  const secrets = createSecrets(logger);
  const transport = createTransport({ timeoutMs: config.requestTimeoutMs, signal, logger });
  const retrier = createRetrier({ maxTries, retryWaitMs, logger, sleep, random, signal });
  const endpoint = createTokenEndpoint({ transport, oauthUrl, userAgent, retrier, secrets, wallClock });
  const auth = createTokenProvider({ credentials, endpoint, secrets, retryWaitMs, wallClock, sleep, signal, logger });
  const throttle = createThrottle({ maximum: config.maxConcurrency, signal });
  const meter = createMeter(logger);
  const limited = new Map<string, RateLimitError>();
  /** Nothing is sent after it. */
  let fatal: AuthError | VersionError | null = null;

  const warning = versionWarning(linkedinVersion, clock());
  if (warning !== null) logger.warning(warning);

  const midnight = (): number => (Math.floor(clock() / DAY_MS) + 1) * DAY_MS;

  /** Asked right before sending: much may have happened while the call waited. */
  function assertMaySend(resource: string): void {
    signal.throwIfAborted();
    const obstacle = fatal ?? limited.get(resource);
    if (obstacle) throw obstacle;
    if (maxCalls !== null && meter.counts.total >= maxCalls) throw new BudgetError(meter.counts.total);
  }

  /** One try: waits for a slot and a token, sends, and says what the outcome means. */
  async function attempt(request: ApiRequest, { asked, tunnelled }: { asked: Asked; tunnelled: boolean }) {
    const { resource, query } = request;
    const slot = await throttle.acquire();
    let verdict: Verdict | null = null;
    try {
      assertMaySend(resource);
      const lease = await auth.lease();
      assertMaySend(resource);
      meter.sent(request);
      const startedAt = wallClock();
      const outcome = await transport.send(
        toHttpRequest(request, { apiUrl, version: linkedinVersion, userAgent, token: lease.token, tunnelled }),
      );
      const wallNow = wallClock();
      meter.ended(request, { status: outcome.status, seconds: (wallNow - startedAt) / 1000 });
      verdict = judge(outcome, {
        asked,
        version: linkedinVersion,
        canTunnel: !tunnelled && query !== '',
        scrub: secrets.scrub,
        wallNow,
        resetsAt: midnight(),
      });
      return { verdict, lease };
    } finally {
      slot.release(moodOf(verdict));
    }
  }

  /** What ends more than this call is kept for the others. */
  function giveUp(error: TapError): TapError {
    if (error instanceof AuthError || error instanceof VersionError) fatal ??= error;
    if (error instanceof RateLimitError) limited.set(error.resource, error);
    return error;
  }

  async function get<Body>(request: ApiRequest): Promise<ApiAnswer<Body>> {
    const asked = askedOf(request);
    let tunnelled = needsTunnel(request.query);
    let hadRefresh = false;
    let tries = 0;
    for (;;) {
      const { verdict, lease } = await attempt(request, { asked, tunnelled });
      switch (verdict.kind) {
        case 'answered':
          auth.accepted(lease);
          return { body: verdict.body as Body, receivedAt: clock() };
        case 'failed':
          throw giveUp(verdict.error);
        case 'tunnel':
          tunnelled = true;
          break;
        case 'unauthorized': {
          const answer = await auth.refused(lease, hadRefresh);
          if (answer === 'lost') throw giveUp(new AuthError({ asked, refusal: verdict.refusal }));
          hadRefresh ||= answer === 'refreshed';
          break;
        }
        case 'retry':
          tries += 1;
          if (tries >= maxTries) throw giveUp(exhausted(verdict, { asked, tries, resetsAt: midnight() }));
          await retrier.pause(verdict, tries);
      }
    }
  }

  return {
    apiUrl,
    get,
    async authorize() {
      await auth.lease();
      return auth.facts;
    },
    get token() {
      return auth.facts;
    },
    calls: meter.counts,
    reportMetrics: meter.report,
    close() {
      throttle.close();
      transport.close();
    },
  };
}

function moodOf(verdict: Verdict | null): 'success' | 'burst' | 'other' {
  if (verdict?.kind === 'answered') return 'success';
  return verdict?.kind === 'retry' && verdict.burst !== null ? 'burst' : 'other';
}

/** A 429 to the last try is a used up limit, whatever its message says. */
function exhausted(last: Retry, { asked, tries, resetsAt }: { asked: Asked; tries: number; resetsAt: number }) {
  return last.burst === null
    ? new UnansweredError({ asked, tries, last: last.reason, cause: last.cause })
    : new RateLimitError({ asked, refusal: last.burst, resetsAt });
}
