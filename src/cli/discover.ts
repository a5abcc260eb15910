import { buildCatalog, markCatalog } from '../singer/catalog.js';
import { selectByPatterns } from '../singer/select.js';
import { describeStream, loadStreams } from '../streams/load.js';

export interface DiscoverOptions {
  readonly snapshotHistory: boolean;
  /** Patterns of what to mark as selected; none: nothing is marked. */
  readonly select?: readonly string[];
}

/**
 * The catalog of all streams that `--discover` prints. Needs no network.
 *
 * @throws PatternError
 */
export function renderCatalog({ snapshotHistory, select = [] }: DiscoverOptions): string {
  const streams = loadStreams({ snapshotHistory }).map(describeStream);
  const catalog = buildCatalog(streams);
  const marked = select.length > 0 ? markCatalog(catalog, selectByPatterns(select, streams)) : catalog;
  return JSON.stringify(marked, null, 2);
}
