import { organizationUrn } from '../../config/organizations.js';
import { StateError, type StateValue } from '../../singer/state.js';
import { quoteValue } from '../../singer/values.js';
import type { Stream } from '../../streams/entry.js';

/**
 * Returns the state with every organization spelt `urn:li:organization:N`: states that people write, or that come from
 * other tools, also have numbers and brands. Entries of streams that are not ours stay as they are.
 *
 * @throws StateError if an entry names no organization, or two that differ name the same one
 */
export function spellOrganizations(state: StateValue, streams: readonly Stream[]): StateValue {
  const bookmarks = { ...state.bookmarks };
  const faults: string[] = [];
  for (const stream of streams) {
    const entry = bookmarks[stream.name];
    if (entry) bookmarks[stream.name] = spellEntry(entry, { stream, faults });
  }
  if (faults.length > 0) throw new StateError(`The state cannot be used: ${faults.join('; ')}.`);
  return { ...state, bookmarks };
}

type Entry = StateValue['bookmarks'][string];

/**
 * The spelling in states of this tap. A merge may have sixteen of them with ten thousand pages each: nothing in them
 * has to be converted.
 */
const SPELT = /^urn:li:organization:[1-9]\d{0,14}$/;

function spellEntry(entry: Entry, { stream, faults }: { stream: Stream; faults: string[] }): Entry {
  if (Object.keys(entry).every((given) => SPELT.test(given))) return entry;
  const spelt = new Map<string, { readonly given: string; readonly bookmark: unknown }>();
  for (const [given, bookmark] of Object.entries(entry)) {
    const place = `bookmarks.${stream.name}`;
    const organization = organizationUrn(given);
    if (organization === undefined && remembers(stream)) {
      faults.push(`${place} has an entry ${quoteValue(given)}, which is not an organization`);
      continue;
    }
    const before = spelt.get(organization ?? given);
    if (before && JSON.stringify(before.bookmark) !== JSON.stringify(bookmark)) {
      faults.push(`${place} has ${quoteValue(before.given)} and ${quoteValue(given)}, which are the same organization`);
    }
    spelt.set(organization ?? given, { given, bookmark });
  }
  return Object.fromEntries([...spelt].map(([organization, { bookmark }]) => [organization, bookmark]));
}

/** Whether anything is read from the stream's entry in the state. */
const remembers = ({ replication: { kind } }: Stream): boolean => kind === 'incremental' || kind === 'follows changes';
