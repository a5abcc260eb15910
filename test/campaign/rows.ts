import { STREAM_TABLE } from '../../src/streams/table.js';
import type { Json } from '../support/output.js';
import type { Known } from '../truth/known.js';
import { trueRows } from '../truth/rows.js';

/** Standardized data, for which the sandbox's model only has names. */
export const LISTS: ReadonlySet<string> = new Set(
  STREAM_TABLE.flatMap(({ name, source }) => (source.kind === 'standardized' || source.kind === 'geos' ? [name] : [])),
);

/** What LinkedIn knows about one row. */
export interface KnownRow {
  readonly stream: string;
  /** Id of the page that it is about. */
  readonly organization: number;
  /** LinkedIn's own fields, as it sends them. */
  readonly truth: Json;
  /** Keys and whatever else the tap adds. */
  readonly own: Json;
}

/** Rows by stream and key. */
export type KnownRows = ReadonlyMap<string, KnownRow>;

export const nameRow = (stream: string, key: readonly unknown[]): string => JSON.stringify([stream, ...key]);

/**
 * Every row of these streams that an undisturbed run could read at this moment, from the sandbox's model and not its
 * answers. Posts that were changed before the first day are not included.
 */
export function listRows(streams: readonly string[], known: Known): Map<string, KnownRow> {
  const rows = new Map<string, KnownRow>();
  const since = Date.parse(known.since ?? '');
  for (const { name: stream, keyProperties } of STREAM_TABLE) {
    if (!streams.includes(stream) || LISTS.has(stream)) continue;
    for (const { truth, own } of trueRows(stream, known)) {
      if (stream === 'posts' && Number(truth['lastModifiedAt']) < since) continue;
      const name = nameRow(
        stream,
        keyProperties.map((key) => own[key] ?? truth[key]),
      );
      rows.set(name, { stream, organization: own['organization_id'] as number, truth, own });
    }
  }
  return rows;
}
