import { buildCatalog } from '../singer/catalog.js';
import { describeStream, loadStreams } from '../streams/load.js';

/** The catalog of every stream, as `--discover` prints it. Needs no network. */
export function renderCatalog(options: { snapshotHistory: boolean }): string {
  return JSON.stringify(buildCatalog(loadStreams(options).map(describeStream)), null, 2);
}
