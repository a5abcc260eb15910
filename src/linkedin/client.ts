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
  /** Base of all paths; links to any other host are refused. */
  readonly apiUrl: string;
  /**
   * Sends one read and returns its body, after as many tries as it takes. Rejects with an error of errors.ts, or with
   * the reason of the run's signal.
   */
  readonly get: Get;
  /**
   * Sends one call once and returns whatever comes, without effect on any other call: for questions about LinkedIn
   * itself. `version` overrides linkedin_version.
   *
   * @throws whatever prevents sending: a limit that was met, a budget, a missing token, the end of the run
   */
  ask(request: ApiRequest, options?: { readonly version?: string }): Promise<Outcome>;
  /** LinkedIn's whole answer about the token in use; null without client credentials, which the question needs. */
  introspect(): Promise<Outcome | null>;
  /** Fetches the token, unless already done, and returns what is known about it. */
  authorize(): Promise<TokenFacts>;
  readonly token: TokenFacts;
  readonly calls: CallCounts;
  /** Tries that had to be repeated, those for tokens included. */
  readonly retries: Retries;
  /** Removes secrets from LinkedIn's words. */
  readonly scrub: (text: string) => string;
  /** Reserves that many further calls of the budget for a resource, in place of any earlier reservation for it. */
  keepCalls(resource: string, calls: number): void;
  /** Logs the HTTP metrics gathered since the last report. */
  reportMetrics(): void;
  /** Releases the sockets and the run's signal. */
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
  /** The run's clock, which decides what day it is. */
  readonly clock: Clock;
  /** The real time, by which tokens expire. */
  readonly wallClock: Clock;
  readonly sleep: Sleep;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** Wraps the one place that talks HTTP, to record what passes. */
  readonly record?: ((transport: Transport) => Transport) | undefined;
}

export function createClient(options: ClientOptions): LinkedInClient {
  const { config, logger, signal, clock, wallClock, sleep, random } = options;
  const { credentials, apiUrl, oauthUrl, linkedinVersion: version, maxTries, retryWaitMs, userAgent } = config;
  // Any number of calls may be waiting for their next try, each with a listener.
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
