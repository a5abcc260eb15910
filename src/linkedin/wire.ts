import type { ApiRequest } from './api-request.js';
import type { HttpRequest } from './transport.js';

export interface WireOptions {
  readonly apiUrl: string;
  readonly version: string;
  readonly userAgent: string;
  readonly token: string;
  /** Whether the query goes into the body of a POST that stands in for a GET. */
  readonly tunnelled: boolean;
}

/** LinkedIn's own client tunnels queries longer than this. */
const LONGEST_QUERY = 4000;

/**
 * A URL would write `''`, Rest.li's empty string, as `%27%27`, which means two apostrophes; a body carries it
 * unchanged.
 */
export function needsTunnel(query: string): boolean {
  return query.length > LONGEST_QUERY || query.includes("'");
}

/**
 * A call as HTTP. Without the protocol header the server would speak Rest.li 1.0 and not understand `List(…)`. The
 * version belongs only to `/rest`, where it is mandatory (learn.microsoft.com/linkedin/shared/api-guide/concepts/
 * protocol-version, query-tunneling; learn.microsoft.com/linkedin/marketing/versioning).
 */
export function toHttpRequest({ method, path, query }: ApiRequest, options: WireOptions): HttpRequest {
  const { apiUrl, version, userAgent, token, tunnelled } = options;
  const headers = {
    Accept: 'application/json',
    Authorization: `Bearer ${token}`,
    'User-Agent': userAgent,
    'X-Restli-Protocol-Version': '2.0.0',
    'X-RestLi-Method': method,
    ...(path.startsWith('/rest/') && { 'LinkedIn-Version': version }),
  };
  const url = `${apiUrl}${path}`;
  if (!tunnelled) return { method: 'GET', url: query === '' ? url : `${url}?${query}`, headers };
  const tunnel = { 'Content-Type': 'application/x-www-form-urlencoded', 'X-HTTP-Method-Override': 'GET' };
  return { method: 'POST', url, headers: { ...headers, ...tunnel }, body: query };
}
