import { createHash } from 'node:crypto';

/** What the member allowed; kept until its code is redeemed. */
export interface Consent {
  /** Where the code was sent; the token request must name the same URL. */
  readonly redirectUri: string;
  readonly scopes: readonly string[];
}

export interface Codes {
  issue(consent: Consent): string;
  /** The consent behind a code; each code works once, within 30 minutes of the sandbox clock. */
  redeem(code: string): Consent | undefined;
}

/** LinkedIn's own limit (learn.microsoft.com/linkedin/shared/authentication/authorization-code-flow). */
const LIFE_MS = 30 * 60_000;

export function createCodes(clock: () => number): Codes {
  const open = new Map<string, Consent & { readonly expiresAt: number }>();
  let issued = 0;
  return {
    issue(consent) {
      issued += 1;
      const code = `AQS-sandbox-code-fictional-${createHash('md5').update(String(issued)).digest('hex')}`;
      open.set(code, { ...consent, expiresAt: clock() + LIFE_MS });
      return code;
    },
    redeem(code) {
      const consent = open.get(code);
      open.delete(code);
      return consent && clock() < consent.expiresAt ? consent : undefined;
    },
  };
}
