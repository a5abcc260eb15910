import { StateError, type State } from '../../singer/state.js';
import { quoteValue } from '../../singer/values.js';
import type { Replication, Stream } from '../../streams/entry.js';
import { readInstant } from './buckets.js';
import { faultOfDetails } from './details.js';
import { UNASSIGNED, unassignedBookmarks } from './foreign/unassigned.js';

/**
 * Checks what a state says about the given streams.
 *
 * @throws StateError that names every bookmark that cannot be used
 */
export function checkBookmarks(state: State, streams: readonly Stream[]): void {
  const faults: string[] = [];
  for (const { name, replication } of streams) {
    for (const [place, bookmark] of placesOf(name, state)) {
      const fault = faultOf(bookmark, replication);
      if (fault) faults.push(`${place} has no ${fault} (it is ${quoteValue(bookmark)})`);
    }
  }
  if (faults.length > 0) throw new StateError(`The state cannot be used: ${faults.join('; ')}.`);
}

function* placesOf(stream: string, state: State): Generator<[place: string, bookmark: unknown]> {
  for (const [organization, bookmark] of state.entries(stream)) yield [`bookmarks.${stream}.${organization}`, bookmark];
  for (const [name, bookmark] of unassignedBookmarks(state))
    if (name === stream) yield [`${UNASSIGNED}.${name}`, bookmark];
}

/** What a bookmark lacks; null: nothing. */
function faultOf(bookmark: unknown, replication: Replication): string | null {
  const entry = (typeof bookmark === 'object' && bookmark !== null ? bookmark : {}) as Record<string, unknown>;
  switch (replication.kind) {
    case 'incremental': {
      const value = entry[replication.key];
      return typeof value === 'string' && readInstant(value) !== null ? null : `date-time "${replication.key}"`;
    }
    case 'follows changes':
      return faultOfDetails(entry);
    case 'full':
    case 'lifetime':
      return null;
  }
}
