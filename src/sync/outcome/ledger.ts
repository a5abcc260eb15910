import { StretchList, type Stretch } from './stretches.js';

/**
 * What became of one stream of one organization: it was read, or had been earlier that day; LinkedIn refused it (403,
 * 404, 410), or it failed in another way; or it is left to the next run, because a limit or the end of the run came
 * first.
 */
export type Fate = 'left' | 'read' | 'read earlier' | 'refused' | 'failed';

/** Later ones override earlier ones. */
const FATES = ['left', 'read', 'read earlier', 'deferred', 'refused', 'failed'] as const;

/** What is known of an incremental stream and organization before it is read. */
export interface Opening {
  /** The bookmark, epoch milliseconds; null: there is none. */
  readonly before: number | null;
  /** The days to ask for; null: not one whole unit is left to read, or the stream has no days. */
  readonly asked: Stretch | null;
  /** Days that were wanted, but that LinkedIn no longer serves. */
  readonly lost: Stretch | null;
}

/** An incremental stream and organization, with the days that came in this run. */
export interface PageEntry extends Opening {
  readonly came: readonly Stretch[];
}

interface Entry {
  readonly opening: Opening;
  readonly came: StretchList;
}

/**
 * Keeps what became of each stream and organization, in a byte each, and which days of the incremental streams came. No
 * record is kept, so ten thousand pages take a few megabytes.
 */
export class Ledger {
  readonly #places = new Map<string, number>();
  readonly #fates = new Map<string, Uint8Array>();
  readonly #entries = new Map<string, Entry[]>();
  readonly #names = new Map<string, string>();
  #isClosed = false;

  /** Sets the organizations of the run, once they are known. */
  open(organizations: readonly string[], streams: readonly string[]): void {
    for (const [place, organization] of organizations.entries()) this.#places.set(organization, place);
    for (const stream of streams) this.#fates.set(stream, new Uint8Array(organizations.length));
  }

  /** Called once for each incremental stream and organization, in the order of the organizations. */
  begin(stream: string, opening: Opening): void {
    const entries = this.#entries.get(stream) ?? [];
    this.#entries.set(stream, entries);
    entries.push({ opening, came: new StretchList() });
  }

  /** Notes a fate, unless a stronger one is already noted. */
  settle({ stream, organization, fate }: { stream: string; organization: string; fate: StrongFate }): void {
    const place = this.#places.get(organization);
    const fates = this.#fates.get(stream);
    if (place !== undefined && fates && !this.#isClosed) fates[place] = Math.max(fates[place]!, FATES.indexOf(fate));
  }

  /** Notes days of an incremental stream that came. */
  came({ stream, organization }: { stream: string; organization: string }, stretches: readonly Stretch[]): void {
    const place = this.#places.get(organization);
    if (place !== undefined && !this.#isClosed) this.#entries.get(stream)?.[place]?.came.add(stretches);
  }

  /** Called when the run is over: whatever is still under way changes nothing any more. */
  close(): void {
    this.#isClosed = true;
  }

  /** Notes LinkedIn's name of an organization. */
  name(organization: string, name: string): void {
    this.#names.set(organization, name);
  }

  get organizations(): readonly string[] {
    return [...this.#places.keys()];
  }

  nameOf(organization: string): string | null {
    return this.#names.get(organization) ?? null;
  }

  /** null: the stream is about no organization. */
  fateOf(stream: string, organization: string): Fate | null {
    const fate = this.#fates.get(stream)?.[this.#places.get(organization) ?? -1];
    if (fate === undefined) return null;
    const name = FATES[fate]!;
    return name === 'deferred' ? 'left' : name;
  }

  /** null: the stream is not incremental, or reading never began. */
  entryOf(stream: string, organization: string): PageEntry | null {
    const entry = this.#entries.get(stream)?.[this.#places.get(organization) ?? -1];
    return entry ? { ...entry.opening, came: entry.came.list() } : null;
  }
}

type StrongFate = Exclude<(typeof FATES)[number], 'left'>;
