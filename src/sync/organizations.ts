import { NoOrganizationError } from '../access/denial.js';
import type { Roles } from '../access/roles.js';
import type { Logger } from '../log/logger.js';
import type { State } from '../singer/state.js';
import { assignBookmarks } from './state/foreign/unassigned.js';

/**
 * The organizations of this run: those the config names, else every one the member administers. One that has a
 * bookmark and is no longer among the latter is named in a warning. Bookmarks that name no organization find theirs.
 *
 * @throws NoOrganizationError, or StateError where these could be of several
 */
export async function chooseOrganizations(options: {
  named: readonly string[];
  roles: Roles;
  state: State;
  logger: Logger;
}): Promise<readonly string[]> {
  const { named, roles, state, logger } = options;
  if (named.length > 0) return named;
  await roles.walk();
  const administered = roles.administered();
  if (administered.length === 0) throw new NoOrganizationError();
  const shown = new Set(administered);
  const gone = [...state.organizations()].filter((organization) => !shown.has(organization)).sort();
  if (gone.length > 0) {
    logger.warning(
      `The member of the token no longer administers ${gone.join(', ')}: not read in this run, their bookmarks are kept.`,
    );
  }
  assignBookmarks(state, administered);
  return administered;
}
