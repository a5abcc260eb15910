import { readSettingsSchema } from './schema.js';
import { readSources } from './sources.js';
import type { Sources } from './sources.js';

/**
 * The one setting that changes the catalog. Whatever else stands in the configuration, or is wrong with it, is no
 * matter for discovery, which Meltano starts before the credentials are there.
 */
export async function readSnapshotHistory(sources: Sources): Promise<boolean> {
  const { given } = await readSources(sources, readSettingsSchema());
  return given.get('snapshot_history')?.value === true;
}
