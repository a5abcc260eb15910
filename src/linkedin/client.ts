import { setMaxListeners } from 'node:events';
import type { Clock, Sleep } from '../clock.js';
import type { Config } from '../config/config.js';
import type { Logger } from '../log/logger.js';
import type { ApiRequest } from './api-request.js';
import { createTokenProvider, type TokenFacts } from './auth.js';
import { createCaller, type Get, type Sending } from './call.js';
import { createGate } from './gate.js';
import { createMeter, type CallCounts } from './meter.js';
import { createRetrier, type Retries } from './retry.js';
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
  readonly get: Get;
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

  async function send(request: ApiRequest, { token, tunnelled, as = version }: Sending): Promise<Outcome> {
    meter.sent(request);
    const startedAt = wallClock();
    const outcome = await transport.send(toHttpRequest(request, { apiUrl, version: as, userAgent, token, tunnelled }));
    const status = outcome.kind === 'answer' ? outcome.status : null;
    meter.ended(request, { status, seconds: (wallClock() - startedAt) / 1000 });
    return outcome;
  }

  const { scrub } = logger;
  return {
    apiUrl,
    get: createCaller({ send, auth, throttle, gate, retrier, version, clock, wallClock, scrub }),
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
    scrub,
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
