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
  /** The source whose call it was. */
  readonly source: Source;
  /** The streams that lack data because of it. */
  readonly streams: readonly PlannedStream[];
  /** The organizations that lack data because of it; empty if the call was about no single one. */
  readonly organizations: readonly string[];
  readonly error: unknown;
}

/** After this many pages in a row with all items refused, the next page's would be refused as well. */
const PAGES_IN_A_ROW = 2;

/**
 * Decides what a fault of a call means for the run: it ends the run, closes a source, or becomes a line of the report.
 */
export class FaultHandler {
  readonly #client: LinkedInClient;
  readonly #report: Report;
  readonly #roles: Roles;
  /** Refused sources, which make no further call in this run. */
  readonly #closed = new Map<Source, TapError>();
  /** Pages in a row with all items refused, by source. */
  readonly #refusedPages = new Map<Source, number>();

  constructor(options: { client: LinkedInClient; report: Report; roles: Roles }) {
    this.#client = options.client;
    this.#report = options.report;
    this.#roles = options.roles;
  }

  /** Whether the source is closed; if so, also reports that for these organizations. */
  refuses({ source, streams, organizations }: Omit<CallFault, 'error'>): boolean {
    const error = this.#closed.get(source);
    if (error && streams.length > 0) this.#add({ streams, organizations, error });
    return error !== undefined;
  }

  /** Notes that a page was read whose items answered. */
  passed(source: Source): void {
    this.#refusedPages.delete(source);
  }

  /** Takes a fault of one source's call. @throws the fault, when it ends the run as a whole */
  async settle({ error, ...call }: CallFault): Promise<void> {
    if (error instanceof AllRefusedError) return this.#settleAllRefused(call, error);
    if (!(error instanceof TapError) || error instanceof RunEndError || endsRun(error)) throw error;
    // A benchmark page needs no role, and a refused one says nothing about the next.
    if (!(error instanceof AccessDeniedError) || call.source.per === 'benchmark') return this.#add({ ...call, error });
    const explained = await explainDenial(this.#denialOf(call, error));
    if (explained instanceof MissingScopeError) this.#closed.set(call.source, explained);
    this.#add({ ...call, error: explained });
  }

  /**
   * Takes the refusal of one organization of a batch. If another one in the batch `answered`, no scope is missing,
   * whatever the member's role, so the source stays open.
   */
  async settleItem({ error, ...call }: CallFault, { answered }: { answered: boolean }): Promise<void> {
    if (!answered || !(error instanceof AccessDeniedError) || this.#lacksScope(call.source)) {
      return this.settle({ error, ...call });
    }
    const explained = await explainDenial(this.#denialOf(call, error));
    this.#add({ ...call, error: explained instanceof MissingScopeError ? error : explained });
  }

  /** Whether a 403 is due to the token's scopes or the member's role rather than to what was asked about. */
  explains(call: Omit<CallFault, 'error'>, error: AccessDeniedError): Promise<boolean> {
    return explainsDenial(this.#denialOf(call, error));
  }

  async #settleAllRefused(call: Omit<CallFault, 'error'>, { last }: AllRefusedError): Promise<void> {
    const error = last instanceof AccessDeniedError ? await explainDenial(this.#denialOf(call, last)) : last;
    const pages = (this.#refusedPages.get(call.source) ?? 0) + 1;
    this.#refusedPages.set(call.source, pages);
    // A missing role concerns this page; any other reason concerns the next pages too.
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
