import { TapError } from '../errors.js';
import type { LinkedInClient } from '../linkedin/client.js';
import { AccessDeniedError, endsRun } from '../linkedin/errors.js';
import type { Source } from '../streams/entry.js';
import { explainDenial, MissingScopeError } from '../access/denial.js';
import type { PlannedStream } from './stream.js';
import type { Report } from './outcome/report.js';
import type { Roles } from '../access/roles.js';

export interface CallFault {
  /** Whose call it was. */
  readonly source: Source;
  /** Whose data is missing for it. */
  readonly streams: readonly PlannedStream[];
  /** Which organizations' data is missing for it; empty where the call was about no single one. */
  readonly organizations: readonly string[];
  readonly error: unknown;
}

/** Decides what a fault of a call means for the run: it ends it, it closes a source, or it is one line in the report. */
export class FaultHandler {
  readonly #client: LinkedInClient;
  readonly #report: Report;
  readonly #roles: Roles;
  /** Sources that the token has no scope for: no further call in this run. */
  readonly #closed = new Map<Source, MissingScopeError>();

  constructor(options: { client: LinkedInClient; report: Report; roles: Roles }) {
    this.#client = options.client;
    this.#report = options.report;
    this.#roles = options.roles;
  }

  /** Whether the source is closed; if so, the report hears of it for these organizations too. */
  refuses({ source, streams, organizations }: Omit<CallFault, 'error'>): boolean {
    const error = this.#closed.get(source);
    if (error && streams.length > 0) this.#add({ streams, organizations, error });
    return error !== undefined;
  }

  /** Takes a fault of one source's call. @throws the fault, when it ends the run as a whole */
  async settle({ source, streams, organizations, error }: CallFault): Promise<void> {
    if (!(error instanceof TapError) || endsRun(error)) throw error;
    if (!(error instanceof AccessDeniedError)) return this.#add({ streams, organizations, error });
    const explained = await explainDenial({
      denial: error,
      endpoint: source.endpoint,
      organization: organizations[0] ?? null,
      grantedScopes: this.#client.token.scopes,
      roles: this.#roles,
    });
    if (explained instanceof MissingScopeError) this.#closed.set(source, explained);
    this.#add({ streams, organizations, error: explained });
  }

  #add({ streams, organizations, error }: Omit<CallFault, 'source'> & { error: TapError }): void {
    if (streams.length === 0) this.#report.addNameless(error);
    for (const { name } of streams) this.#report.add({ stream: name, organizations, error });
  }
}
