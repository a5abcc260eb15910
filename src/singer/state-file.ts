import { pipeline } from 'node:stream/promises';
import split from 'split2';
import { unreadable } from '../errors.js';
import { decodeChunks, OTHER_ENCODING, readChunks } from '../text-file.js';
import {
  isBrokenValue,
  isStateLine,
  NoStateError,
  parseLastState,
  parseState,
  StateError,
  type ForeignReader,
  type StateValue,
} from './state.js';

/** Longest file that may be a single JSON value over many lines, and longest line that is read. In characters. */
const LONGEST_VALUE = 64 * 2 ** 20;
/** Characters kept at a time of a longer file; of its lines only the last that is a state is parsed. */
const BLOCK = 4 * 2 ** 20;
/** Memory that a line takes besides its characters. */
const LINE_OVERHEAD = 32;
/** A separate constant, because split2's types lack `skipOverflow`. */
const SPLIT_OPTIONS = { maxLength: LONGEST_VALUE, skipOverflow: true };

/** Reads a state file like parseState, but in bounded memory: a target's whole output grows for years. */
export async function readStateFile(path: string, readForeign?: ForeignReader): Promise<StateValue> {
  let lines: string[] = [];
  let size = 0;
  let isWhole = true;
  let isText = true;
  /** The last state among the lines already dropped. */
  let last: string | undefined;

  async function collect(source: AsyncIterable<string>): Promise<void> {
    for await (const line of source) {
      lines.push(line);
      size += line.length + LINE_OVERHEAD;
      if (size <= (isWhole ? LONGEST_VALUE : BLOCK)) continue;
      last = lines.findLast((each) => isStateLine(each, readForeign)) ?? last;
      lines = [];
      size = 0;
      isWhole = false;
    }
  }

  try {
    const splitter = split('\n', (line) => line, SPLIT_OPTIONS);
    await pipeline(
      decodeChunks(readChunks(path), () => (isText = false)),
      splitter,
      collect,
    );
  } catch (error) {
    throw new StateError(`The state cannot be used: ${unreadable(path, error)}.`);
  }
  if (!isText) throw new StateError(`The state cannot be used: ${path} ${OTHER_ENCODING}.`);
  if (isWhole) return await parseWhole(lines.join('\n'), readForeign);
  return parseLastState(last === undefined ? lines : [last, ...lines], readForeign);
}

/** Like parseState; for a broken JSON value, the error says where. */
async function parseWhole(text: string, readForeign?: ForeignReader): Promise<StateValue> {
  try {
    return parseState(text, readForeign);
  } catch (error) {
    if (!(error instanceof NoStateError) || !isBrokenValue(text)) throw error;
    const { placeOfFault } = await import('../json-place.js');
    throw new StateError(`The state file is not valid JSON at ${placeOfFault(text)}.`);
  }
}
