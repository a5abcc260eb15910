import { MissingRoleError, MissingScopeError } from '../../access/denial.js';
import type { TapError } from '../../errors.js';
import { CallError } from '../../linkedin/errors.js';
import { organizationId } from '../../linkedin/urn.js';
import type { Logger } from '../../log/logger.js';
import { counted, namePages, nameSome, nameStreams } from './words.js';

type Level = 'warning' | 'error';

export interface CauseFault {
  readonly level: Level;
  readonly stream: string;
  /** Every organization that lacks data because of it. */
  readonly organizations: readonly string[];
  readonly error: TapError;
}

export interface ItemCauseFault {
  readonly level: Level;
  readonly streams: readonly { readonly name: string }[];
  /** The kind of item and what became of it, for instance `posts refused`. */
  readonly what: string;
  /** The URN of the item. */
  readonly item: string;
  readonly error: TapError;
}

/** Faults with the same cause, reported in one line. */
interface Cause {
  readonly level: Level;
  /** The first fault: its message stands for the others. */
  readonly error: TapError;
  readonly streams: Set<string>;
  readonly organizations: Set<string>;
  /** URNs of posts and the like, if it is these that brought nothing. */
  readonly items: Set<string>;
  /** The kind of items and what became of them. */
  readonly what: string;
}

/** A cause, for machines and reports. */
export interface CauseFacts extends Pick<CauseFault, 'level' | 'error'> {
  readonly streams: readonly string[];
  readonly organizations: readonly string[];
  /** URNs of posts and the like, if it is these that brought nothing. */
  readonly items: readonly string[];
}

/** The most items that a message names; the others are only counted. */
const ITEMS_NAMED = 5;

/** Groups the faults of a run by cause, so that each cause and its remedy are reported once. */
export class Causes {
  readonly #causes = new Map<string, Cause>();

  add({ level, stream, organizations, error }: CauseFault): void {
    const cause = this.#open(keyOf(error), { level, error, what: '' });
    cause.streams.add(stream);
    for (const organization of organizations) cause.organizations.add(organization);
  }

  addItem({ level, streams, what, item, error }: ItemCauseFault): void {
    const cause = this.#open(`${error.code} ${what}`, { level, error, what });
    for (const { name } of streams) cause.streams.add(name);
    cause.items.add(item);
  }

  list(): CauseFacts[] {
    this.#join();
    return [...this.#causes.values()].map(({ level, error, streams, organizations, items }) => {
      return { level, error, streams: [...streams], organizations: [...organizations], items: [...items] };
    });
  }

  /** Logs a line for each cause: warnings first, since people look at the end for what made the run fail. */
  tell(logger: Logger): void {
    this.#join();
    const causes = [...this.#causes.values()];
    this.#causes.clear();
    for (const wanted of ['warning', 'error'] as const) {
      for (const cause of causes) if (cause.level === wanted) logger[wanted](describe(cause), detailsOf(cause));
    }
  }

  /**
   * A page that answers some calls with 404 and others with a missing role probably does not exist, or is a typo: so
   * both become one cause.
   */
  #join(): void {
    const causes = [...this.#causes];
    const strange = causes.find(([, { error }]) => error instanceof MissingRoleError && !error.isHeld)?.[1];
    if (!strange) return;
    for (const [key, { level, error, streams, organizations, items }] of causes) {
      if (error.code !== 'NOT_FOUND' || items.size > 0 || level !== strange.level) continue;
      const shared = [...organizations].filter((organization) => strange.organizations.has(organization));
      if (shared.length === 0) continue;
      for (const stream of streams) strange.streams.add(stream);
      for (const organization of shared) organizations.delete(organization);
      if (organizations.size === 0) this.#causes.delete(key);
    }
  }

  #open(key: string, { level, error, what }: Pick<Cause, 'level' | 'error' | 'what'>): Cause {
    const known = this.#causes.get(`${level} ${key}`);
    if (known) return known;
    const cause = {
      level,
      error,
      what,
      streams: new Set<string>(),
      organizations: new Set<string>(),
      items: new Set<string>(),
    };
    this.#causes.set(`${level} ${key}`, cause);
    return cause;
  }
}

/** Identifies the cause: the missing scope, the member's role on a page, or else LinkedIn's resource. */
function keyOf(error: TapError): string {
  if (error instanceof MissingScopeError) return `${error.code} ${error.lacking}`;
  if (error instanceof MissingRoleError) return `${error.code} ${error.standing}`;
  return `${error.code} ${error instanceof CallError ? error.resource : ''}`;
}

/** `organization 999: no role there, 23 streams skipped. Have a super admin … [ROLE_MISSING]` */
function describe(cause: Cause): string {
  const { error, streams, organizations, items, what } = cause;
  const pages = [...organizations].map((urn) => String(organizationId(urn) ?? urn));
  const whose = pages.length === 0 ? nameStreams(streams) : `${nameStreams(streams)} of ${namePages(pages)}`;
  return `${sentences()} [${error.code}]`;

  function sentences(): string {
    if (items.size > 0)
      return `${whose}: ${counted(items.size, what)} (${nameSome([...items], ITEMS_NAMED)}): ${error.message}`;
    if (error instanceof MissingRoleError)
      return `${namePages(pages)}: ${error.standing}, ${nameStreams(streams)} skipped. ${error.remedyFor(pages)}`;
    if (error instanceof MissingScopeError) return `The token lacks ${error.lacking}: ${whose} skipped. ${error.hint}`;
    return `${whose}: ${error.advice}`;
  }
}

/** For machines. */
function detailsOf({ error, streams, organizations, items }: Cause): Parameters<Logger['error']>[1] {
  const [stream = ''] = streams;
  const [organization = null] = organizations;
  return {
    stream,
    extra: {
      code: error.code,
      organization: organizations.size === 1 ? organization : null,
      organizations: [...organizations],
      streams: [...streams],
      ...(items.size > 0 && { items: [...items] }),
    },
  };
}
