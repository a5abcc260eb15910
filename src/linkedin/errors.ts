import { maxHeaderSize } from 'node:http';
import type { ErrorCode } from '../errors.js';
import { TapError } from '../errors.js';
import type { Retry } from './retry.js';
import type { Asked, Refusal } from './refusal.js';
import { describeAsked, describeRefusal } from './refusal.js';

/** A call to LinkedIn that failed. */
export class CallError extends TapError {
  readonly resource: string;
  /** null: there was no answer, or the fault is not about a single answer. */
  readonly status: number | null;
  /** LinkedIn's own words, shortened. */
  readonly linkedinMessage: string;

  constructor(
    code: ErrorCode,
    message: string,
    { asked, refusal, hint, cause }: { asked: Asked; refusal?: Refusal; hint: string; cause?: unknown },
  ) {
    super(code, message, { hint, cause });
    this.resource = asked.resource;
    this.status = refusal?.status ?? null;
    this.linkedinMessage = refusal?.message ?? '';
  }
}

interface Refused {
  readonly asked: Asked;
  readonly refusal: Refusal;
}

/** A 401 that no refresh could fix. */
export class AuthError extends CallError {
  constructor({ asked, refusal }: Refused) {
    const message =
      `LinkedIn refused ${describeAsked(asked)}: your access token ${tokenState(refusal)}: ` +
      `re-authenticate to get a new one. LinkedIn said ${describeRefusal(refusal)}.`;
    super('TOKEN_REFUSED', message, {
      asked,
      refusal,
      hint: 'Set a new access_token or refresh_token; docs/token.md says how to get one (see --help).',
    });
  }
}

/** LinkedIn's service error codes of a 401 (learn.microsoft.com/linkedin/shared/api-guide/concepts/error-handling). */
function tokenState({ code, serviceErrorCode }: Refusal): string {
  if (serviceErrorCode === 65602 || code === 'EXPIRED_ACCESS_TOKEN') return 'has expired';
  if (serviceErrorCode === 65601 || code === 'REVOKED_ACCESS_TOKEN') return 'was revoked';
  return 'is invalid';
}

/** The token endpoint refused, which is final. */
export class TokenEndpointError extends CallError {
  constructor({ asked, came, refusal }: { asked: Asked; came: string; refusal?: Refusal }) {
    super('TOKEN_NOT_GRANTED', `LinkedIn granted no access token: ${describeAsked(asked)} answered ${came}.`, {
      asked,
      ...(refusal && { refusal }),
      hint: 'Check client_id and client_secret, and re-authenticate to get a new refresh_token.',
    });
  }
}

/** 403: a scope or a role is missing; only the run can tell which. */
export class AccessDeniedError extends CallError {
  constructor({ asked, refusal }: Refused) {
    super('ACCESS_DENIED', `LinkedIn denied ${describeAsked(asked)}: ${describeRefusal(refusal)}.`, {
      asked,
      refusal,
      hint: 'The token lacks a scope, or its member lacks a role on the page.',
    });
  }
}

/** 404 and 410. */
export class NotFoundError extends CallError {
  constructor({ asked, refusal }: Refused) {
    super('NOT_FOUND', `LinkedIn did not find ${describeAsked(asked)}: ${describeRefusal(refusal)}.`, {
      asked,
      refusal,
      hint: "It is gone, or hidden from the token's member.",
    });
  }
}

/** The version in `LinkedIn-Version` is not served: sunset, not live yet, or nonexistent. */
export class VersionError extends CallError {
  constructor({ asked, refusal, version, example }: Refused & { version: string; example: string | null }) {
    const message =
      `LinkedIn does not serve version ${version} of its API ` +
      `(${describeAsked(asked)} answered ${describeRefusal(refusal)}), so set linkedin_version to a month ` +
      `that is active now${example === null ? '' : `, for instance ${example}`}.`;
    super('VERSION_REFUSED', message, { asked, refusal, hint: '' });
  }
}

/** A quota is used up: no more calls to this resource today. */
export class RateLimitError extends CallError {
  /** 00:00 UTC, epoch milliseconds. */
  readonly resetsAt: number;

  constructor({ asked, refusal, resetsAt }: Refused & { resetsAt: number }) {
    const message =
      `Max try rate limit exceeded... ${describeAsked(asked)} answered ${describeRefusal(refusal)}. ` +
      `LinkedIn resets the limit of ${asked.resource} at 00:00 UTC (${new Date(resetsAt).toISOString()}).`;
    super('DAILY_LIMIT', message, {
      asked,
      refusal,
      hint: "The app's Analytics tab in LinkedIn's developer portal shows the limits; the next run continues where this one stopped.",
    });
    this.resetsAt = resetsAt;
  }
}

/** The run's own limit on calls: in total, or to one resource. */
export class BudgetError extends TapError {
  /** null: no calls are left at all. */
  readonly resource: string | null;

  constructor(calls: number, resource: string | null = null) {
    const which = resource === null ? '' : ` to ${resource}`;
    super('CALL_BUDGET', `Stopped after ${calls} calls${which} (max_calls).`, {
      hint: 'The next run continues where this one stopped.',
    });
    this.resource = resource;
  }
}

/** A limit on calls for today, or for this run; the next run continues. */
export type LimitError = RateLimitError | BudgetError;

export function isLimit(error: unknown): error is LimitError {
  return error instanceof RateLimitError || error instanceof BudgetError;
}

/** All allowed tries were used, and none brought a whole answer. */
export class UnansweredError extends CallError {
  /** Whether LinkedIn, or a gateway in front of it, sent anything at all on the last try. */
  readonly isReached: boolean;

  constructor({
    asked,
    tries,
    last,
  }: {
    asked: Asked;
    tries: number;
    last: Pick<Retry, 'reason' | 'error' | 'cause'>;
  }) {
    const isReached = last.error !== null;
    const times = tries === 1 ? '1 try' : `${tries} tries`;
    super('UNANSWERED', `${describeAsked(asked)} was not answered in ${times}; the last one: ${last.reason}.`, {
      asked,
      hint: isReached
        ? 'LinkedIn, or the network on the way to it, has a problem: try again later.'
        : 'Nothing came back: check the network, a proxy (HTTPS_PROXY), and api_url and oauth_url where they are set.',
      cause: last.cause,
    });
    this.isReached = isReached;
  }
}

/** Whoever answered could not prove to be the host that was called. */
export class CertificateError extends CallError {
  constructor({ asked, came, cause }: { asked: Asked; came: string; cause: unknown }) {
    super('CERTIFICATE_REFUSED', `${describeAsked(asked)} was not sent: ${came}.`, {
      asked,
      hint: 'If your proxy inspects TLS, set NODE_EXTRA_CA_CERTS to a file with its certificate authority; also check the clock of this machine.',
      cause,
    });
  }
}

/** The proxy does not let the call through. */
export class ProxyError extends CallError {
  constructor({ asked, came, cause }: { asked: Asked; came: string; cause: unknown }) {
    super('PROXY_REFUSED', `${describeAsked(asked)} was not sent: ${came}.`, {
      asked,
      hint: 'Check HTTPS_PROXY, with user and password if the proxy needs them (http://user:password@proxy.example:8080); NO_PROXY lists the hosts that need none.',
      cause,
    });
  }
}

/** Any other 4xx, or a redirect. */
export class RefusedError extends CallError {
  constructor({ asked, came, refusal }: { asked: Asked; came: string; refusal?: Refusal }) {
    super('REQUEST_REFUSED', `LinkedIn refused ${describeAsked(asked)}: ${came}.`, {
      asked,
      ...(refusal && { refusal }),
      hint: 'Trying again would not help; if the settings are right, please report it.',
    });
  }
}

/** A complete answer that makes no sense. */
export class AnswerError extends CallError {
  constructor({ asked, came }: { asked: Asked; came: string }) {
    super('ANSWER_UNEXPECTED', `${describeAsked(asked)} was answered with ${came}.`, {
      asked,
      hint: 'Please report it.',
    });
  }
}

/** The headers of an answer are longer than Node reads; the user can raise that limit. */
export class HeaderOverflowError extends CallError {
  constructor({ asked, cause }: { asked: Asked; cause: unknown }) {
    const read = `${maxHeaderSize / 1024} kB`;
    super('ANSWER_UNEXPECTED', `${describeAsked(asked)} was answered with response headers of more than ${read}.`, {
      asked,
      hint: `That is Node's limit: to raise it, set NODE_OPTIONS=--max-http-header-size=${maxHeaderSize * 4} in the environment.`,
      cause,
    });
  }
}

/** Whether every further call would meet the same fault. */
export function endsRun(error: TapError): boolean {
  return FATAL.some((kind) => error instanceof kind);
}

const FATAL = [AuthError, TokenEndpointError, VersionError, CertificateError, ProxyError];
