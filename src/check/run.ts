import { explainDenial, isWarningOnly } from '../access/denial.js';
import type { Roles } from '../access/roles.js';
import type { ErrorCode, TapError } from '../errors.js';
import type { LinkedInClient } from '../linkedin/client.js';
import {
  AccessDeniedError,
  BudgetError,
  CallError,
  NotFoundError,
  RateLimitError,
  UnansweredError,
} from '../linkedin/errors.js';
import type { Endpoint } from '../linkedin/endpoints.js';
import { lacksScope } from '../linkedin/scopes.js';
import type { CheckedStream } from './needs.js';
import { notChecked, type Outcome } from './row.js';

/** What failed, when further calls make no sense. */
export type Culprit = 'connection' | 'access token' | 'version';

const CULPRITS: Partial<Record<ErrorCode, Culprit>> = {
  UNANSWERED: 'connection',
  CERTIFICATE_REFUSED: 'connection',
  PROXY_REFUSED: 'connection',
  TOKEN_REFUSED: 'access token',
  TOKEN_NOT_GRANTED: 'access token',
  VERSION_REFUSED: 'version',
};

export interface Attempt {
  /** Name under which the calls are counted. */
  readonly tag: string;
  readonly endpoint: Endpoint;
  /** null: the call is not about a single one. */
  readonly organization: string | null;
  readonly streams: readonly CheckedStream[];
}

/** Makes the calls of a check, and stops at the first fault that every other call would meet too. */
export class CheckRun {
  readonly #client: LinkedInClient;
  readonly #roles: Roles;
  /** Tags of the calls that met that fault. */
  readonly #spent = new Set<string>();
  #end: { readonly culprit: Culprit; readonly error: TapError } | null = null;
  #isProven = false;

  constructor({ client, roles }: { client: LinkedInClient; roles: Roles }) {
    this.#client = client;
    this.#roles = roles;
  }

  /** Why no more calls are made; null: they are. */
  get end(): { readonly culprit: Culprit; readonly error: TapError } | null {
    return this.#end;
  }

  /** Whether LinkedIn has accepted the token and the version. */
  get isProven(): boolean {
    return this.#isProven;
  }

  /** Fetches the token; a failure is in `end`. */
  async authorize(): Promise<void> {
    try {
      await this.#client.authorize();
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      // Without a token nothing can be called, for whatever reason it is missing.
      const culprit = isOfOneEndpoint(error) ? null : CULPRITS[error.code];
      this.#end = { culprit: culprit ?? 'access token', error };
    }
  }

  /** Why the endpoint need not be called; null: no known reason. */
  refuses({ scopes }: Endpoint): string | null {
    if (this.#end) return `needs the ${this.#end.culprit}`;
    return lacksScope(scopes, this.#client.token.scopes) ? `needs the scope ${scopes[0]}` : null;
  }

  /** `call` makes the call and says what came. */
  async attempt(attempt: Attempt, call: () => Promise<string>): Promise<Outcome> {
    const why = this.refuses(attempt.endpoint);
    if (why !== null) return notChecked(why);
    try {
      const found = await call();
      this.#isProven = true;
      return { result: 'ok', found };
    } catch (error) {
      if (this.#stopAt(error)) {
        this.#spent.add(attempt.tag);
        return notChecked(`needs the ${this.#end!.culprit}`);
      }
      if (!(error instanceof CallError || error instanceof BudgetError)) throw error;
      if (error instanceof AccessDeniedError || error instanceof NotFoundError) this.#isProven = true;
      return outcomeOf(await this.#explain(error, attempt), attempt.streams);
    }
  }

  /** The calls made for a tag; those that met the end count for the culprit instead. */
  callsOf(tag: string): number {
    return this.#spent.has(tag) ? 0 : this.#count(tag);
  }

  callsOfCulprit(culprit: Culprit): number {
    if (this.#end?.culprit !== culprit) return 0;
    return [...this.#spent].reduce((sum, tag) => sum + this.#count(tag), 0);
  }

  #count(tag: string): number {
    return this.#client.calls.byStream.get(tag) ?? 0;
  }

  async #explain(error: TapError, { endpoint, organization }: Attempt): Promise<TapError> {
    if (!(error instanceof AccessDeniedError)) return error;
    const grantedScopes = this.#client.token.scopes;
    return await explainDenial({ denial: error, endpoint, organization, grantedScopes, roles: this.#roles });
  }

  #stopAt(error: unknown): boolean {
    if (!(error instanceof CallError)) return false;
    const culprit = CULPRITS[error.code];
    if (culprit === undefined || isOfOneEndpoint(error)) return false;
    // LinkedIn has answered before, so the connection works.
    if (culprit === 'connection' && this.#isProven) return false;
    this.#end ??= { culprit, error };
    return true;
  }
}

/** LinkedIn, or a gateway in front of it, did answer, but not in a way that helps. */
const isOfOneEndpoint = (error: TapError): boolean => error instanceof UnansweredError && error.isReached;

/** What a fault means for the streams that depend on it: only a warning if many apps cannot access them. */
export function outcomeOf(error: TapError, streams: readonly CheckedStream[]): Outcome {
  if (error instanceof BudgetError) return notChecked('max_calls reached');
  const isFailure = !isWarningOnly(error, streams) && !(error instanceof RateLimitError);
  return { result: isFailure ? 'failed' : 'warning', found: error.code, error };
}
