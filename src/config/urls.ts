import { isLoopback } from '../loopback.js';

/** The URL without a trailing slash; undefined unless a token may be sent to it. */
export function parseBaseUrl(text: string): string | undefined {
  // Searched in the text, because an empty query leaves no trace in the parsed URL.
  if (/[?#]/.test(text) || !URL.canParse(text)) return undefined;
  const { protocol, hostname, username, password, origin, pathname } = new URL(text);
  if (username || password) return undefined;
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback(hostname))) return undefined;
  let path = pathname;
  while (path.endsWith('/')) path = path.slice(0, -1);
  return origin + path;
}
