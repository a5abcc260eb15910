import { isObject, type JsonObject } from '../../../json-object.js';
import { StateError, type State } from '../../../singer/state.js';

/**
 * Where a state keeps, by stream, bookmarks of other tools that name no organization, until a run knows whose they are.
 * They are passed on in STATE, so that a run that fails earlier does not lose them.
 */
export const UNASSIGNED = 'unassigned';

/** Bookmarks without an organization, except for streams that have their own bookmarks by now. */
export function unassignedBookmarks(state: State): [stream: string, bookmark: JsonObject][] {
  const entries = state.extra(UNASSIGNED);
  if (!isObject(entries)) return [];
  return Object.entries(entries).flatMap(([stream, bookmark]) =>
    isObject(bookmark) && [...state.entries(stream)].length === 0 ? [[stream, bookmark]] : [],
  );
}

/**
 * Gives these bookmarks to the only organization of this run.
 *
 * @throws StateError if there are several
 */
export function assignBookmarks(state: State, organizations: readonly string[]): void {
  const found = unassignedBookmarks(state);
  const [organization, ...others] = organizations;
  if (organization === undefined) return;
  if (found.length > 0 && others.length > 0)
    throw new OwnerError(
      found.map(([stream]) => stream),
      organizations.length,
    );
  for (const [stream, bookmark] of found) state.setBookmark({ stream, organization, bookmark });
  state.setExtra(UNASSIGNED, undefined);
}

/** It cannot be told whose bookmarks they are. */
class OwnerError extends StateError {
  constructor(streams: readonly string[], organizations: number) {
    super(
      `The state does not say which organization its bookmarks (${streams.join(', ')}) belong to, and this run reads ${organizations}.`,
      {
        hint: 'Set organization_ids to the one they belong to, and add the others in a later run; or write the bookmarks by organization, as docs/state.md shows.',
      },
    );
  }
}
