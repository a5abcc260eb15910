import type { IncomingHttpHeaders, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Credentials } from '../../src/config/config.js';
import { createClient, type ClientOptions, type LinkedInClient } from '../../src/linkedin/client.js';
import type { ApiRequest } from '../../src/linkedin/api-request.js';
import type { Logger } from '../../src/log/logger.js';
import { createLogger } from '../../src/log/logger.js';

export interface Received {
  readonly method: string;
  /** As sent over the wire. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** An answer: `body` as JSON (text as is), or whatever a function does with the response. */
export type Reply = PlainReply | ((response: ServerResponse) => void);

export interface PlainReply {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

export interface TestServer {
  readonly url: string;
  readonly received: Received[];
}

export interface TestClient extends LinkedInClient {
  /** Every line logged, in order. */
  readonly lines: string[];
  /** Every wait in milliseconds; none of them takes any time. */
  readonly waits: number[];
  readonly abort: AbortController;
}

export interface Harness {
  /** Starts a server that answers each request with the next reply, or with the function's result. */
  readonly serve: (replies: readonly Reply[] | ((request: Received) => Reply)) => Promise<TestServer>;
  /** Makes a client for that server, with a stopped clock. */
  readonly connect: (server: TestServer, overrides?: Overrides) => TestClient;
}

export type Overrides = Partial<ClientOptions['config']> & Partial<Omit<ClientOptions, 'config'>>;

export const NOW = Date.parse('2026-11-22T10:30:00Z');

export const TOKEN: Credentials = { kind: 'access_token', accessToken: 'AQX-made-up-access' };
export const OAUTH: Credentials = {
  kind: 'oauth',
  clientId: '78made-up',
  clientSecret: 'made-up-client-secret',
  refreshToken: 'AQW-made-up-refresh',
};

export const SHARES: ApiRequest = {
  resource: 'organizationalEntityShareStatistics',
  method: 'FINDER',
  path: '/rest/organizationalEntityShareStatistics',
  query: 'q=organizationalEntity&organizationalEntity=urn%3Ali%3Aorganization%3A104729384',
};

export const ACLS: ApiRequest = {
  resource: 'organizationAcls',
  method: 'FINDER',
  path: '/rest/organizationAcls',
  query: 'q=roleAssignee',
};

export const OK: PlainReply = { body: { elements: [] } };
export const DAILY_LIMIT: PlainReply = {
  status: 429,
  body: {
    status: 429,
    serviceErrorCode: 101,
    code: 'TOO_MANY_REQUESTS',
    message: 'Resource level throttle APPLICATION_AND_MEMBER DAY limit for calls to this resource is reached.',
  },
};
export const BURST: PlainReply = {
  status: 429,
  body: {
    status: 429,
    code: 'TOO_MANY_REQUESTS',
    message: 'Resource level throttle limit for calls to this resource is reached.',
  },
};
export const UNAVAILABLE: PlainReply = {
  status: 503,
  body: { status: 503, code: 'SERVICE_UNAVAILABLE', message: 'Try later' },
};

/** Servers and clients of one describe block; each test's are closed after it. */
export function useHarness(): Harness {
  let servers: Server[] = [];
  let clients: LinkedInClient[] = [];

  afterEach(async () => {
    for (const client of clients) client.close();
    for (const server of servers) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
    servers = [];
    clients = [];
  });

  return {
    async serve(replies) {
      const received: Received[] = [];
      const replyTo = typeof replies === 'function' ? replies : inOrder(replies);
      const server = createServer((message, response) => {
        const { method = '', url = '', headers } = message;
        void text(message).then((body) => {
          const request = { method, url, headers, body };
          received.push(request);
          return answer(response, replyTo(request));
        });
      });
      servers.push(server);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
    },

    connect(server, overrides = {}) {
      const waits: number[] = [];
      const { lines, logger } = recordingLogger();
      const abort = new AbortController();
      const client = createClient({
        logger,
        signal: abort.signal,
        clock: () => NOW,
        wallClock: () => NOW,
        sleep: (ms, signal) => {
          waits.push(ms);
          return signal?.aborted ? Promise.reject(signal.reason as Error) : Promise.resolve();
        },
        random: () => 0.5,
        ...overrides,
        config: {
          credentials: TOKEN,
          linkedinVersion: '202609',
          apiUrl: server.url,
          oauthUrl: `${server.url}/oauth/v2`,
          maxConcurrency: 8,
          maxCalls: null,
          resourceLimits: null,
          requestTimeoutMs: 5000,
          maxTries: 5,
          retryWaitMs: 1000,
          userAgent: 'tap-linkedin-pages/0.0.0',
          proxy: null,
          ...overrides,
        },
      });
      clients.push(client);
      return Object.assign(Object.create(client) as LinkedInClient, { lines, waits, abort });
    },
  };
}

export function recordingLogger(): { lines: string[]; logger: Logger } {
  const lines: string[] = [];
  const logger = createLogger({ level: 'debug', format: 'text', write: (line) => lines.push(line.trimEnd()) });
  return { lines, logger };
}

/** The error that the promise rejects with; fails if it does not reject. */
export async function rejection(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('expected a rejection');
}

function inOrder(replies: readonly Reply[]): () => Reply {
  const left = [...replies];
  return () => left.shift() ?? { status: 500, body: { status: 500, message: 'the script of this test has ended' } };
}

function answer(response: ServerResponse, reply: Reply): void {
  if (typeof reply === 'function') return reply(response);
  const { status = 200, headers = {}, body = '' } = reply;
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
