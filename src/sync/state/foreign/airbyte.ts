import type { Config } from '../../../config/config.js';
import { isObject, textOf, type JsonObject } from '../../../json-object.js';
import { StateError, type StateValue } from '../../../singer/state.js';
import { formatSecond, quoteValue } from '../../../singer/values.js';
import { END, GRANULARITY } from '../buckets.js';
import { UNASSIGNED } from './unassigned.js';

/** The cursor of Airbyte's two time-bound streams, which have the same names here. */
const CURSOR = 'timeRangeEnd';

/**
 * Reads the state of the Airbyte connector, in any of its known forms: an object by stream, the list of Airbyte's
 * protocol, and the list or object that its server shows. It names neither organization nor granularity, so its
 * bookmarks come out unassigned, with the granularity of this run. null: the value is no such state.
 * Source: `incremental_sync` in the manifest of airbytehq/airbyte's source-linkedin-pages (format `%ms`).
 *
 * @throws StateError if a cursor is not epoch milliseconds
 */
export function readAirbyteState(value: unknown, granularity: Config['timeGranularity']): StateValue | null {
  const cursors = streamStates(value).filter(([, state]) => CURSOR in state);
  if (cursors.length === 0) return null;
  const unassigned = cursors.map(([stream, { [CURSOR]: end }]) => [
    stream,
    { [END]: formatSecond(readMilliseconds(end, stream)), [GRANULARITY]: granularity },
  ]);
  return { bookmarks: {}, [UNASSIGNED]: Object.fromEntries(unassigned) as JsonObject };
}

function streamStates(value: unknown): [stream: string, state: JsonObject][] {
  if (Array.isArray(value)) return value.flatMap(readStreamState);
  if (!isObject(value)) return [];
  if (Array.isArray(value['streamState'])) return streamStates(value['streamState']);
  return Object.entries(value).flatMap(([stream, state]) => (isObject(state) ? [[stream, state]] : []));
}

/** An item of a list: the protocol has snake_case and a wrapper, the server camelCase and no wrapper. */
function readStreamState(item: unknown): [stream: string, state: JsonObject][] {
  if (!isObject(item)) return [];
  const { stream_descriptor, stream_state, streamDescriptor, streamState } = isObject(item['stream'])
    ? item['stream']
    : item;
  const descriptor = stream_descriptor ?? streamDescriptor;
  const state = stream_state ?? streamState;
  return isObject(descriptor) && isObject(state) ? [[textOf(descriptor['name']), state]] : [];
}

function readMilliseconds(value: unknown, stream: string): number {
  const text = textOf(value);
  if (!/^\d{12,14}$/.test(text)) {
    throw new StateError(
      `The state cannot be used: ${CURSOR} of ${stream} is ${quoteValue(value)}; epoch milliseconds are expected.`,
    );
  }
  return Number(text);
}
