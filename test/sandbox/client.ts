import { request, type IncomingHttpHeaders } from 'node:http';
import { startSandbox, type FollowerGains, type Sandbox, type SandboxPatch } from '../../src/sandbox/index.js';
import type { ShareStatistics } from '../../src/sandbox/index.js';

/** The clock of the tests, on a Sunday. */
export const NOW = '2026-11-22T09:00:00Z';
export const NORTHWIND = 104729384;
export const LABS = 104729391;
export const CLOSED_SCHOOL = 104729402;
export const DAY = 86_400_000;

/** What an element of any finder may contain. */
export interface Element {
  readonly [field: string]: unknown;
  readonly organization: string;
  readonly timeRange: { readonly start: number; readonly end: number };
  readonly totalShareStatistics: ShareStatistics;
  readonly followerGains: FollowerGains;
}

/** What an answer may contain. */
export interface Body {
  readonly [field: string]: unknown;
  readonly elements: readonly Element[];
  readonly paging: {
    readonly start: number;
    readonly count: number;
    readonly links: readonly { readonly href: string }[];
  };
  readonly results: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly message: string;
  readonly access_token: string;
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
  readonly json: Body;
}

export interface Sending {
  readonly method?: string;
  /** Override the headers of a valid call; undefined removes one. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
}

/** A sandbox for each test of the describe block, with its clock at NOW. */
export function useSandbox(options: SandboxPatch = {}): () => Sandbox {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startSandbox({ now: NOW, ...options });
  });
  afterEach(() => sandbox.close());
  return () => sandbox;
}

/** Sends one request, its URL exactly as written. */
export async function call(
  sandbox: Sandbox,
  path: string,
  { method = 'GET', headers = {}, body }: Sending = {},
): Promise<Reply> {
  const all = {
    authorization: `Bearer ${sandbox.config.access_token}`,
    'linkedin-version': '202609',
    'x-restli-protocol-version': '2.0.0',
    ...headers,
  };
  const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  const { hostname, port } = new URL(sandbox.url);
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, method, path, headers: sent }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const bytes = Buffer.concat(chunks);
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          bytes,
          text: bytes.toString(),
          json: parse(bytes),
        });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** The body as JSON, or an empty one if it is not JSON. */
function parse(bytes: Buffer): Body {
  try {
    return JSON.parse(bytes.toString()) as Body;
  } catch {
    return {} as Body;
  }
}

export type Statistics = 'organizationalEntityFollowerStatistics' | 'organizationalEntityShareStatistics';
export const FOLLOWERS = 'organizationalEntityFollowerStatistics';
export const SHARES = 'organizationalEntityShareStatistics';

export interface StatisticsQuery {
  readonly of?: number;
  /** Written `2026-11-01/2026-11-08`; without it, lifetime. */
  readonly range?: string;
  readonly granularity?: string;
}

/** URL of a statistics finder. */
export function statisticsUrl(
  resource: Statistics,
  { of = NORTHWIND, range, granularity = 'DAY' }: StatisticsQuery = {},
): string {
  const url = `/rest/${resource}?q=organizationalEntity&organizationalEntity=urn%3Ali%3Aorganization%3A${of}`;
  if (range === undefined) return url;
  const [start = 0, end = 0] = range.split('/').map((text) => Date.parse(text));
  return `${url}&timeIntervals=(timeRange:(start:${start},end:${end}),timeGranularityType:${granularity})`;
}

export function aclsUrl(query = ''): string {
  return `/rest/organizationAcls?q=roleAssignee${query}`;
}

/** Posts a form to an OAuth endpoint. */
export async function postForm(
  sandbox: Sandbox,
  endpoint: string,
  fields: Readonly<Record<string, string>>,
): Promise<Reply> {
  return call(sandbox, `/oauth/v2/${endpoint}`, {
    method: 'POST',
    headers: { authorization: undefined, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });
}

/** Mints an access token by a refresh. */
export async function refresh(sandbox: Sandbox): Promise<Reply> {
  const { client_id, client_secret, refresh_token } = sandbox.oauthConfig;
  return postForm(sandbox, 'accessToken', { grant_type: 'refresh_token', client_id, client_secret, refresh_token });
}

/** Days of the elements, `YYYY-MM-DD`. */
export function daysOf({ json }: Reply): string[] {
  return json.elements.map(({ timeRange }) => new Date(timeRange.start).toISOString().slice(0, 10));
}
