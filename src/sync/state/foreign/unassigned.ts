import { isObject, type JsonObject } from '../../../json-object.js';
import { StateError, type State } from '../../../singer/state.js';

/**
 * Where a state keeps, by stream, bookmarks of other tools that name no organization, until a run knows whose they are.
 * They are passed on in STATE, so that a run that fails before that does not lose them.
 */
export const UNASSIGNED = 'unassigned';

/** Bookmarks without an organization; not those of streams that have their own since. */
export function unassignedBookmarks(state: State): [stream: string, bookmark: JsonObject][] {
  const entries = state.extra(UNASSIGNED);
  if (!isObject(entries)) return [];
  return Object.entries(entries).flatMap(([stream, bookmark]) =>
    isObject(bookmark) && [...state.entries(stream)].length === 0 ? [[stream, bookmark]] : [],
  );
}

/**
 * Gives them to the one organization of this run.
 *
 * @throws StateError when there are several
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

/** Whose bookmarks they are cannot be told. */
class OwnerError extends StateError {
  constructor(streams: readonly string[], organizations: number) {
    super(
      `The state does not say of which organization its bookmarks are (${streams.join(', ')}), and this run reads ${organizations}.`,
      {
        hint: 'Name the one that they are of in organization_ids, and add the others in a later run; or write the bookmarks by organization, as docs/state.md shows.',
      },
    );
  }
}
