import { NoOrganizationError } from '../access/denial.js';
import type { Roles } from '../access/roles.js';
import type { Config } from '../config/config.js';
import type { Logger } from '../log/logger.js';
import type { State } from '../singer/state.js';
import { owns } from './shard.js';
import { assignBookmarks } from './state/foreign/unassigned.js';

/**
 * The organizations of this run and of all other shards: those the config names, else every one the member administers. One that has a
 * bookmark and is no longer among the latter is named in a warning. Bookmarks that name no organization find theirs.
 *
 * @throws NoOrganizationError, or StateError where these could be of several
 */
export async function chooseOrganizations(options: {
  config: Pick<Config, 'organizations' | 'shard'>;
  roles: Roles;
  state: State;
  logger: Logger;
}): Promise<readonly string[]> {
  const { config, roles, state, logger } = options;
  if (config.organizations.length > 0) return config.organizations;
  await roles.walk();
  const administered = roles.administered();
  if (administered.length === 0) throw new NoOrganizationError();
  const shown = new Set(administered);
  const gone = [...state.organizations()].filter((each) => !shown.has(each) && owns(config.shard, each)).sort();
  if (gone.length > 0) {
    logger.warning(
      `The member of the token no longer administers ${gone.join(', ')}: not read in this run, their bookmarks are kept.`,
    );
  }
  assignBookmarks(state, administered);
  return administered;
}
