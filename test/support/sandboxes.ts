import { startSandbox, type Sandbox, type SandboxPatch } from '../../src/sandbox/index.js';

/** The time of every sandbox in the suite, unless a test changes it. */
export const NOW = '2026-11-22T10:30:00Z';

/** The time a number of days after NOW, or before it if negative. */
export function daysLater(days: number): string {
  return new Date(Date.parse(NOW) + days * 86_400_000).toISOString();
}

export const urn = (id: number): string => `urn:li:organization:${id}`;

/** The two pages of `organizations: 2`. */
export const TURBINES = 104729384;
export const LABS = 104729391;

/**
 * Sandboxes of one describe block, closed after each test. By default their clock is at NOW, and they have two pages.
 */
export function useSandbox(): (options?: SandboxPatch) => Promise<Sandbox> {
  const open: Sandbox[] = [];

  afterEach(async () => {
    for (const sandbox of open.splice(0)) await sandbox.close();
  });

  return async (options = {}) => {
    const sandbox = await startSandbox({ now: NOW, organizations: 2, ...options });
    open.push(sandbox);
    return sandbox;
  };
}

/** Settings for a short sync that never waits. */
export function settingsOf(sandbox: Sandbox, overrides: object = {}): Record<string, unknown> {
  return { ...sandbox.config, retry_wait: 0, request_timeout: 10, start_date: '10 days ago', ...overrides };
}

/** The same with client credentials and a refresh token instead of the access token. */
export function oauthSettingsOf(sandbox: Sandbox, overrides: object = {}): Record<string, unknown> {
  const { access_token: _, ...settings } = settingsOf(sandbox, overrides);
  return { ...settings, ...sandbox.oauthConfig, ...overrides };
}

/** Calls by resource, in order of arrival, each followed by the status of its answer. */
export function callsOf(sandbox: Sandbox): string[] {
  return sandbox.requests().map(({ resource, status }) => `${resource} ${status}`);
}
