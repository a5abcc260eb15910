import { NoOrganizationError } from '../access/denial.js';
import type { Roles } from '../access/roles.js';
import type { Config } from '../config/config.js';
import type { Logger } from '../log/logger.js';
import type { State } from '../singer/state.js';
import { owns } from './shard.js';
import { assignBookmarks } from './state/foreign/unassigned.js';

/**
 * The organizations of all shards: those the config names, else all that the member administers. In the latter case,
 * warns about organizations that have a bookmark but are no longer administered, and assigns bookmarks that name no
 * organization.
 *
 * @throws NoOrganizationError, or StateError if such bookmarks could belong to several organizations
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
      `The token's member no longer administers ${gone.join(', ')}: not read in this run, but the bookmarks are kept.`,
    );
  }
  assignBookmarks(state, administered);
  return administered;
}
