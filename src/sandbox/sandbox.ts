import { listen } from './http/server.js';
import { performAction, type MemberAction } from './member-actions.js';
import type { SandboxPatch } from './options.js';
import type { LoggedRequest } from './request-log.js';
import { CLIENT_ID, CLIENT_SECRET, REFRESH_TOKEN } from './tokens.js';
import { createTruth, type Truth } from './truth.js';
import { createWorld, type World } from './world.js';

/** Settings with which the tap reads a sandbox. */
export interface SandboxConfig {
  readonly api_url: string;
  readonly oauth_url: string;
  /** The sandbox clock; only where it is set. */
  readonly now?: string;
}

/** A running sandbox. */
export interface Sandbox {
  /** `http://127.0.0.1:PORT`; the API is at `/rest` and `/v2`, OAuth at `/oauth/v2`. */
  readonly url: string;
  /** Settings with an access token, as of now: read it again after the clock was set. */
  readonly config: SandboxConfig & { readonly access_token: string };
  /** The same with client credentials and a refresh token in its place. */
  readonly oauthConfig: SandboxConfig & {
    readonly client_id: string;
    readonly client_secret: string;
    readonly refresh_token: string;
  };
  readonly truth: Truth;
  /** Changes options while it runs; throws a TypeError, and changes nothing, when the patch makes no sense. */
  set(patch: SandboxPatch): void;
  /** Lets a member do something to a post or comment, at the time of the sandbox clock; tells the URN of what comes of it. */
  act(action: MemberAction): string;
  /** Requests in order of arrival; those to `/sandbox/…` are not among them. */
  requests(): readonly LoggedRequest[];
  clearRequests(): void;
  /** Stops listening and cuts every connection. */
  close(): Promise<void>;
}

/**
 * Starts a stand-in for LinkedIn on 127.0.0.1, on a free port unless one is given. It answers with made-up data that
 * follows from the seed, and behaves as docs/sandbox.md describes.
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
