import { explainDenial, explainsDenial, MissingScopeError, type Denial } from '../access/denial.js';
import type { Roles } from '../access/roles.js';
import { RunEndError, TapError } from '../errors.js';
import type { LinkedInClient } from '../linkedin/client.js';
import { AccessDeniedError, endsRun } from '../linkedin/errors.js';
import { lacksScope } from '../linkedin/scopes.js';
import type { Source } from '../streams/entry.js';
import { AllRefusedError } from './items.js';
import type { Report } from './outcome/report.js';
import type { PlannedStream } from './stream.js';

export interface CallFault {
  /** Whose call it was. */
  readonly source: Source;
  /** Whose data is missing for it. */
  readonly streams: readonly PlannedStream[];
  /** Which organizations' data is missing for it; empty where the call was about no single one. */
  readonly organizations: readonly string[];
  readonly error: unknown;
}

/** Pages in a row of which all items were refused: then the next one's would be as well. */
const PAGES_IN_A_ROW = 2;

/** Decides what a fault of a call means for the run: it ends it, it closes a source, or it is one line in the report. */
export class FaultHandler {
  readonly #client: LinkedInClient;
  readonly #report: Report;
  readonly #roles: Roles;
  /** Sources that are refused: no further call in this run. */
  readonly #closed = new Map<Source, TapError>();
  /** Pages in a row of which all items were refused, by source. */
  readonly #refusedPages = new Map<Source, number>();

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

  /** A page was read whose items answered. */
  passed(source: Source): void {
    this.#refusedPages.delete(source);
  }

  /** Takes a fault of one source's call. @throws the fault, when it ends the run as a whole */
  async settle({ error, ...call }: CallFault): Promise<void> {
    if (error instanceof AllRefusedError) return this.#settleAllRefused(call, error);
    if (!(error instanceof TapError) || error instanceof RunEndError || endsRun(error)) throw error;
    // Of a page of others no role can be missing, and one that is refused says nothing of the next.
    if (!(error instanceof AccessDeniedError) || call.source.per === 'benchmark') return this.#add({ ...call, error });
    const explained = await explainDenial(this.#denialOf(call, error));
    if (explained instanceof MissingScopeError) this.#closed.set(call.source, explained);
    this.#add({ ...call, error: explained });
  }

  /**
   * Takes the refusal of one organization of a batch. Where another one of it `answered`, no scope is missing, whatever
   * the member's role is, so that the source stays open.
   */
  async settleItem({ error, ...call }: CallFault, { answered }: { answered: boolean }): Promise<void> {
    if (!answered || !(error instanceof AccessDeniedError) || this.#lacksScope(call.source)) {
      return this.settle({ error, ...call });
    }
    const explained = await explainDenial(this.#denialOf(call, error));
    this.#add({ ...call, error: explained instanceof MissingScopeError ? error : explained });
  }

  /** Whether the scopes of the token or the member's role are what a 403 is for, rather than what was asked about. */
  explains(call: Omit<CallFault, 'error'>, error: AccessDeniedError): Promise<boolean> {
    return explainsDenial(this.#denialOf(call, error));
  }

  async #settleAllRefused(call: Omit<CallFault, 'error'>, { last }: AllRefusedError): Promise<void> {
    const error = last instanceof AccessDeniedError ? await explainDenial(this.#denialOf(call, last)) : last;
    const pages = (this.#refusedPages.get(call.source) ?? 0) + 1;
    this.#refusedPages.set(call.source, pages);
    // A role is missing on one page; whatever else it is, it is not the page's.
    const closes = error.code !== 'ROLE_MISSING' && (pages >= PAGES_IN_A_ROW || this.#lacksScope(call.source));
    if (closes) this.#closed.set(call.source, error);
    this.#add({ ...call, error });
  }

  #lacksScope({ endpoint }: Source): boolean {
    return lacksScope(endpoint.scopes, this.#client.token.scopes);
  }

  #denialOf({ source, organizations }: Omit<CallFault, 'error'>, denial: AccessDeniedError): Denial {
    return {
      denial,
      endpoint: source.endpoint,
      organization: organizations[0] ?? null,
      grantedScopes: this.#client.token.scopes,
      roles: this.#roles,
    };
  }

  #add({ streams, organizations, error }: Omit<CallFault, 'source'> & { error: TapError }): void {
    if (streams.length === 0) this.#report.addNameless(error);
    for (const { name } of streams) this.#report.add({ stream: name, organizations, error });
  }
}
