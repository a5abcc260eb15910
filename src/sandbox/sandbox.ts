import { listen } from './http/server.js';
import { performAction, type MemberAction } from './member-actions.js';
import type { SandboxPatch } from './options.js';
import type { LoggedRequest } from './request-log.js';
import { CLIENT_ID, CLIENT_SECRET, REFRESH_TOKEN } from './tokens.js';
import { createTruth, type Truth } from './truth.js';
import { createWorld, type World } from './world.js';

/** Settings for the tap to read from a sandbox. */
export interface SandboxConfig {
  readonly api_url: string;
  readonly oauth_url: string;
  /** The sandbox clock, if it is fixed. */
  readonly now?: string;
}

/** A running sandbox. */
export interface Sandbox {
  /** `http://127.0.0.1:PORT`; the API is at `/rest` and `/v2`, OAuth at `/oauth/v2`. */
  readonly url: string;
  /** Settings with an access token. Read them again after setting the clock. */
  readonly config: SandboxConfig & { readonly access_token: string };
  /** The same with client credentials and a refresh token instead. */
  readonly oauthConfig: SandboxConfig & {
    readonly client_id: string;
    readonly client_secret: string;
    readonly refresh_token: string;
  };
  readonly truth: Truth;
  /**
   * Changes options while the sandbox runs.
   *
   * @throws TypeError if the patch makes no sense; nothing is then changed
   */
  set(patch: SandboxPatch): void;
  /** Performs a member's action at the time of the sandbox clock and returns the URN of what was changed or made. */
  act(action: MemberAction): string;
  /** Requests in order of arrival, except those to `/sandbox/…`. */
  requests(): readonly LoggedRequest[];
  clearRequests(): void;
  /** Stops listening and cuts all connections. */
  close(): Promise<void>;
}

/**
 * Starts a stand-in for LinkedIn on 127.0.0.1, on any free port by default. It answers with made-up data computed from
 * the seed, and behaves as docs/sandbox.md describes.
 */
export async function startSandbox({
  port = 0,
  ...options
}: SandboxPatch & { readonly port?: number } = {}): Promise<Sandbox> {
  const world = createWorld(options);
  const server = await listen(world, port);
  const url = `http://127.0.0.1:${server.port}`;
  return {
    url,
    get config() {
      return { ...makeConfig(url, world), access_token: world.tokens.initial.text };
    },
    get oauthConfig() {
      const credentials = { client_id: CLIENT_ID, client_secret: CLIENT_SECRET, refresh_token: REFRESH_TOKEN };
      return { ...makeConfig(url, world), ...credentials };
    },
    truth: createTruth(world),
    set: (patch) => world.set(patch),
    act: (action) => performAction(world, action),
    requests: () => world.log.list(),
    clearRequests: () => world.log.clear(),
    close: () => server.close(),
  };
}

function makeConfig(url: string, world: World): SandboxConfig {
  const now = world.options.now === null ? {} : { now: new Date(world.now()).toISOString() };
  return { api_url: url, oauth_url: `${url}/oauth/v2`, ...now };
}
