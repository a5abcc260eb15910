import type { Fictions } from './fictions.js';

/** Headers whose values are LinkedIn's own, or the tap's. */
const KEPT = new Set([
  'accept',
  'accept-encoding',
  'cache-control',
  'content-type',
  'date',
  'linkedin-version',
  'retry-after',
  'vary',
  'x-http-method-override',
  'x-li-fabric',
  'x-li-pop',
  'x-li-proto',
  'x-li-source-fabric',
  'x-restli-gateway-error',
  'x-restli-method',
  'x-restli-protocol-version',
]);
/** Headers about the connection and the body's length, which differs in the recording. */
const OF_TRANSPORT = new Set(['connection', 'content-encoding', 'content-length', 'keep-alive', 'transfer-encoding']);

/** Keeps all names, but only values that cannot identify anyone. */
export function replaceHeaders(
  headers: Iterable<readonly [string, string]>,
  { fictions, scrub }: { fictions: Fictions; scrub: (text: string) => string },
): Record<string, string> {
  const replaced: Record<string, string> = {};
  for (const [name, value] of headers) {
    const lower = name.toLowerCase();
    if (OF_TRANSPORT.has(lower)) continue;
    if (lower === 'authorization') replaced[name] = 'Bearer ***';
    else if (lower === 'user-agent') replaced[name] = value.startsWith('tap-linkedin-pages/') ? value : '***';
    else replaced[name] = KEPT.has(lower) ? scrub(value) : fictions.opaque(value);
  }
  return replaced;
}
