import type { Sleep } from '../clock.js';
import { TapError } from '../errors.js';
import { TokenEndpointError } from '../linkedin/errors.js';
import type { Grant, TokenEndpoint } from '../linkedin/token-endpoint.js';
import type { Logger } from '../log/logger.js';
import type { OpenBrowser } from './browser.js';
import { makeConsentUrl, readCode } from './consent.js';
import { ConsentTimeoutError, ExchangeError } from './errors.js';
import { renderDone, renderFailed, type NextCommands } from './pages.js';
import { listenForConsent, type Arrival, type Receiver } from './receiver.js';
import { makeState } from './state.js';

export interface LoginRequest {
  readonly oauthUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: readonly string[];
  /** 0: any free port. */
  readonly port: number;
  readonly timeoutSeconds: number;
  /** Commands for the final page. */
  readonly next: NextCommands;
}

export interface LoginTools {
  readonly endpoint: TokenEndpoint;
  readonly logger: Pick<Logger, 'conceal' | 'scrub'>;
  readonly sleep: Sleep;
  readonly signal: AbortSignal;
  /** null: the user opens the page. */
  readonly openBrowser: OpenBrowser | null;
  /** Prints a line for the user. */
  readonly tell: (line: string) => void;
  /** Stores or prints the tokens, before the browser shows success. */
  readonly keep: (grant: Grant) => Promise<void>;
}

/** Sends the user to LinkedIn's consent page and back, and exchanges the resulting code for tokens. */
export async function logIn(request: LoginRequest, tools: LoginTools): Promise<void> {
  const receiver = await listenForConsent(request.port);
  try {
    const { redirectUrl } = receiver;
    const state = makeState();
    await leadToConsent(makeConsentUrl({ ...request, redirectUrl, state }), redirectUrl, tools);
    const arrival = await waitForArrival(receiver, request, tools);
    try {
      const code = readCode(arrival.query, state);
      tools.logger.conceal(code);
      await tools.keep(await exchange(code, { request, redirectUrl, endpoint: tools.endpoint }));
    } catch (error) {
      await arrival.answer(400, renderFailed(tools.logger.scrub(reasonOf(error)), request.next));
      throw error;
    }
    await arrival.answer(200, renderDone(request.next));
  } finally {
    receiver.close();
  }
}

/** The reason in the terminal's words. */
const reasonOf = (error: unknown): string =>
  error instanceof TapError ? error.advice : 'The terminal where login runs says why.';

async function leadToConsent(
  url: string,
  redirectUrl: string,
  { openBrowser, tell }: Pick<LoginTools, 'openBrowser' | 'tell'>,
): Promise<void> {
  const opened = openBrowser !== null && (await openBrowser(url));
  tell(opened ? 'Your browser opens this LinkedIn page; if it does not, open it yourself:' : 'Open this page:');
  tell(url);
  tell(`It comes back to ${redirectUrl}, which must be among the app’s redirect URLs. Waiting...`);
}

async function waitForArrival(
  { arrival }: Receiver,
  { timeoutSeconds }: LoginRequest,
  { sleep, signal }: Pick<LoginTools, 'sleep' | 'signal'>,
): Promise<Arrival> {
  const enough = new AbortController();
  const timeout = sleep(timeoutSeconds * 1000, AbortSignal.any([signal, enough.signal]));
  try {
    const first = await Promise.race([arrival, timeout]);
    if (first) return first;
    throw new ConsentTimeoutError(timeoutSeconds);
  } finally {
    timeout.catch(() => {});
    enough.abort();
  }
}

interface Exchange {
  readonly request: LoginRequest;
  readonly redirectUrl: string;
  readonly endpoint: TokenEndpoint;
}

async function exchange(code: string, { request, redirectUrl, endpoint }: Exchange): Promise<Grant> {
  try {
    return await endpoint.grant({
      grant_type: 'authorization_code',
      code,
      client_id: request.clientId,
      client_secret: request.clientSecret,
      redirect_uri: redirectUrl,
    });
  } catch (error) {
    throw error instanceof TokenEndpointError ? new ExchangeError(error, redirectUrl) : error;
  }
}
