import { TapError } from '../errors.js';
import { quote } from '../quote.js';

/** LinkedIn sent the browser back with an error instead of a code. */
export class ConsentError extends TapError {
  constructor({ error, description }: { error: string; description: string }) {
    const said = description === '' ? error : `${error}: ${description}`;
    if (DENIALS.has(error)) {
      super('CONSENT_DENIED', `The consent was denied: LinkedIn answered ${quoteAnswer(said)}.`, {
        hint: 'Nothing was stored. Run login again, and choose Allow on LinkedIn’s page.',
      });
    } else {
      super('CONSENT_REFUSED', `LinkedIn did not ask for the consent: it answered ${quoteAnswer(said)}.`, {
        hint: REMEDIES[error] ?? 'Check the app in LinkedIn’s developer portal, then run login again.',
      });
    }
  }
}

/** The member's own decisions (learn.microsoft.com/linkedin/shared/authentication/authorization-code-flow). */
const DENIALS: ReadonlySet<string> = new Set(['user_cancelled_login', 'user_cancelled_authorize', 'access_denied']);

const REMEDIES: Readonly<Record<string, string>> = {
  unauthorized_scope_error:
    'The app lacks the product that has this scope: request it in LinkedIn’s developer portal, or run login with a --select or --catalog without the streams that need it.',
};

/** An answer that this login did not request. */
export class ConsentStateError extends TapError {
  constructor() {
    super(
      'CONSENT_STATE_WRONG',
      'The browser came back with a different state than login had sent: the answer belongs to another login, or was forged.',
      { hint: 'Nothing was stored. Run login again, and use the page that it opens.' },
    );
  }
}

export class ConsentTimeoutError extends TapError {
  constructor(seconds: number) {
    super('CONSENT_TIMEOUT', `Nobody came back from LinkedIn’s consent page in ${seconds} seconds.`, {
      hint: 'Run login again; --timeout gives more time. If the page shows an error from LinkedIn, the redirect URL is most likely not registered in the app.',
    });
  }
}

export class PortError extends TapError {
  constructor(port: number, cause: NodeJS.ErrnoException) {
    const why = cause.code === 'EADDRINUSE' ? 'it is in use' : (cause.code ?? cause.message);
    super('PORT_UNAVAILABLE', `login cannot listen on port ${port}: ${why}.`, {
      hint: 'Stop the program that uses it, or choose another port with --port and register its redirect URL in the app as well.',
      cause,
    });
  }
}

/** The token endpoint refused the code. */
export class ExchangeError extends TapError {
  constructor(cause: TapError, redirectUrl: string) {
    super('TOKEN_NOT_GRANTED', cause.message, {
      hint: `Check client_id and client_secret, and that ${redirectUrl} is a redirect URL of the app; then run login again.`,
      cause,
    });
  }
}

const LONGEST_QUOTE = 300;

/** LinkedIn's words come through the browser's address: shortened, with control characters escaped. */
function quoteAnswer(text: string): string {
  return quote(text, LONGEST_QUOTE).replaceAll(/[\u007F-\u009F]/g, '\uFFFD');
}
