import { readFileSync } from 'node:fs';
import { unreadable } from '../errors.js';
import type { Logger } from '../log/logger.js';
import { nearest } from '../nearest.js';
import { packageRoot } from '../package.js';
import { CatalogError } from '../singer/catalog-file.js';
import { selectByPatterns } from '../singer/select.js';
import { selectByCatalog, selectByDefault, type SelectedStream } from '../singer/selection.js';
import type { Stream } from '../streams/entry.js';
import { describeStream } from '../streams/load.js';
import type { SyncStream } from '../sync/stream.js';
import { readTextFile } from '../text-file.js';
import type { SelectionArguments } from './arguments.js';

/** The catalogs bundled with the tap; a name applies if there is no such file. */
export const BUNDLED_CATALOGS = ['airbyte', 'everything', 'fivetran', 'keboola'] as const;

interface Surroundings {
  readonly streams: readonly Stream[];
  readonly logger: Pick<Logger, 'warning'>;
}

/**
 * The streams selected by the patterns or the catalog; without either, by default.
 *
 * @throws PatternError, CatalogError
 */
export async function readSelection(
  args: SelectionArguments,
  { streams, logger }: Surroundings,
): Promise<SyncStream[]> {
  const chosen = await chooseStreams(args, { streams, logger });
  const byName = new Map<string, SelectedStream>(chosen.map((stream) => [stream.name, stream]));
  return streams.flatMap((stream) => {
    const selection = byName.get(stream.name);
    return selection ? [{ ...stream, selectedSchema: selection.schema, ignoreBookmark: selection.ignoreBookmark }] : [];
  });
}

async function chooseStreams(
  { catalog, select }: SelectionArguments,
  { streams, logger }: Surroundings,
): Promise<SelectedStream[]> {
  const described = streams.map(describeStream);
  if (select.length > 0) return selectByPatterns(select, described);
  if (catalog === undefined) return selectByDefault(described);
  const warn = (warning: string): void => logger.warning(warning);
  const text = await readCatalog(catalog);
  try {
    return selectByCatalog(text, { streams: described, warn });
  } catch (error) {
    await assertJson(text);
    throw error;
  }
}

/**
 * Names the place where a text is not JSON; the code for that is loaded only then.
 *
 * @throws CatalogError
 */
async function assertJson(text: string): Promise<void> {
  try {
    JSON.parse(text);
  } catch {
    const { placeOfFault } = await import('../json-place.js');
    throw new CatalogError([`it is not JSON at ${placeOfFault(text)}`]);
  }
}

async function readCatalog(path: string): Promise<string> {
  try {
    return await readTextFile(path);
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const bundled = isMissing ? BUNDLED_CATALOGS.find((name) => name === path) : undefined;
    if (bundled) return readFileSync(new URL(`catalog/${bundled}.json`, packageRoot), 'utf8');
    const isName = isMissing && /^[a-z]+$/i.test(path);
    const hint = isName ? `; the nearest bundled catalog is "${nearest(path, BUNDLED_CATALOGS)}"` : '';
    throw new CatalogError([`${unreadable(path, error)}${hint}`]);
  }
}
