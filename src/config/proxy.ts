import type { Proxy } from './config.js';
import type { ConfigFault } from './given.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * In the order in which curl looks for them. `HTTP_PROXY` is left out: plain http goes only to the loopback address.
 */
const PROXY_VARIABLES = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'];
const EXCEPTION_VARIABLES = ['no_proxy', 'NO_PROXY'];

/** The proxy that the environment names; null if it names none, or an invalid one, which is a fault. */
export function readProxy(env: Environment, faults: ConfigFault[]): Proxy | null {
  const variable = PROXY_VARIABLES.find((name) => env[name]?.trim());
  if (variable === undefined) return null;
  const proxy = parseProxy(env[variable]!.trim());
  if (proxy === null) {
    // Its value may hold a password.
    faults.push({ path: variable, message: 'must be the URL of an http or https proxy: http://proxy.example:8080' });
    return null;
  }
  const exceptions = EXCEPTION_VARIABLES.map((name) => env[name]?.trim()).find(Boolean) ?? '';
  return Object.freeze({ ...proxy, exceptions: Object.freeze(exceptions.toLowerCase().split(/[\s,]+/)) });
}

/** The parts of a proxy that a log must not show. */
export function secretsOf(proxy: Proxy | null): readonly string[] {
  const credentials = proxy?.credentials ?? null;
  if (credentials === null) return [];
  return [credentials.slice(credentials.indexOf(':') + 1)];
}

function parseProxy(text: string): Pick<Proxy, 'url' | 'credentials'> | null {
  const full = text.includes('://') ? text : `http://${text}`;
  if (!URL.canParse(full)) return null;
  const { protocol, host, username, password } = new URL(full);
  if ((protocol !== 'http:' && protocol !== 'https:') || host === '') return null;
  const named = username !== '' || password !== '';
  try {
    const credentials = named ? `${decodeURIComponent(username)}:${decodeURIComponent(password)}` : null;
    return { url: `${protocol}//${host}`, credentials };
  } catch {
    return null;
  }
}
