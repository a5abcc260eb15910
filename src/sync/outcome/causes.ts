import { MissingScopeError } from '../../access/denial.js';
import type { TapError } from '../../errors.js';
import { CallError } from '../../linkedin/errors.js';
import type { Logger } from '../../log/logger.js';

export interface CauseFault {
  readonly level: 'warning' | 'error';
  readonly stream: string;
  /** Every organization whose data is missing for it. */
  readonly organizations: readonly string[];
  readonly error: TapError;
}

/** Faults that one thing is to blame for: one line tells of them all. */
interface Cause extends Pick<CauseFault, 'level'> {
  /** The first one: its words stand for the others. */
  readonly error: TapError;
  readonly streams: Set<string>;
  readonly organizations: Set<string>;
}

/** A cause, for machines and reports. */
export interface CauseFacts extends Pick<CauseFault, 'level' | 'error'> {
  readonly streams: readonly string[];
  readonly organizations: readonly string[];
}

/** So many pages are named; of the others there is the number. */
const NAMED = 3;

/** Gathers the faults of a run by what is to blame for them, to say each cause and its remedy once. */
export class Causes {
  readonly #causes = new Map<string, Cause>();

  add({ level, stream, organizations, error }: CauseFault): void {
    const key = `${level} ${keyOf(error, organizations)}`;
    const cause = this.#causes.get(key) ?? { level, error, streams: new Set(), organizations: new Set() };
    this.#causes.set(key, cause);
    cause.streams.add(stream);
    for (const organization of organizations) cause.organizations.add(organization);
  }

  list(): CauseFacts[] {
    return [...this.#causes.values()].map(({ level, error, streams, organizations }) => {
      return { level, error, streams: [...streams], organizations: [...organizations] };
    });
  }

  /** A line for each cause: warnings first, since what makes the run fail is looked for at the end. */
  tell(logger: Logger): void {
    const causes = [...this.#causes.values()];
    this.#causes.clear();
    for (const wanted of ['warning', 'error'] as const) {
      for (const { level, ...cause } of causes) if (level === wanted) logger[level](describe(cause), detailsOf(cause));
    }
  }
}

/** What is to blame: a page for a role, the token for a scope, else LinkedIn's resource. */
function keyOf(error: TapError, organizations: readonly string[]): string {
  if (error instanceof MissingScopeError) return `${error.code} ${error.lacking}`;
  if (error.code === 'ROLE_MISSING' || error.code === 'ACCESS_DENIED') return [error.code, ...organizations].join(' ');
  const resource = error instanceof CallError ? error.resource : '';
  return `${error.code} ${resource}`;
}

function describe({ error, streams, organizations }: Omit<Cause, 'level'>): string {
  const pages = [...organizations];
  const [first, ...others] = streams;
  const which =
    others.length === 0
      ? first
      : others.length === 1
        ? `${first} and ${others[0]}`
        : `${first} and ${others.length} other streams`;
  if (pages.length <= 1) return `${which}: ${prefixWith(pages[0], error)}${error.advice}`;
  const more = pages.length - NAMED;
  const named = `${pages.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} others` : ''}`;
  return `${which}, of ${pages.length} pages (${named}): ${error.advice}`;
}

/** Names what an error is about where it does not do so itself: that of a whole batch knows of none of its items. */
export function prefixWith(urn: string | undefined, { message }: TapError): string {
  return urn === undefined || message.includes(urn.slice(urn.lastIndexOf(':') + 1)) ? '' : `${urn}: `;
}

/** For machines. */
function detailsOf({ error, streams, organizations }: Omit<Cause, 'level'>): Parameters<Logger['error']>[1] {
  const [stream] = streams;
  return { stream: stream!, extra: { code: error.code, streams: [...streams], organizations: [...organizations] } };
}
