import { readSettingsSchema } from './schema.js';
import { readSources } from './sources.js';
import type { Sources } from './sources.js';

/**
 * Reads the only setting that changes the catalog. Discovery ignores the rest of the configuration and its faults,
 * because Meltano starts it before the credentials are there.
 */
export async function readSnapshotHistory(sources: Sources): Promise<boolean> {
  const { given } = await readSources(sources, readSettingsSchema());
  return given.get('snapshot_history')?.value === true;
}
