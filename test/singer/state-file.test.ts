import { rmSync } from 'node:fs';
import { expect } from 'chai';
import { readStateFile } from '../../src/singer/state-file.js';
import { StateError } from '../../src/singer/state.js';
import { writeTemporary } from '../support/files.js';

const FIRST = '{"bookmarks":{"first":{}}}';
const LAST = '{"bookmarks":{"last":{}}}';
/** More than the reader keeps of a file at a time. */
const LONG = 80 * 2 ** 20;
const pad = (text: string, length = LONG): string => `${text}\n`.repeat(Math.ceil(length / (text.length + 1)));

describe('a state file longer than the part that is kept', () => {
  let path: string | undefined;
  const read = async (text: string) => await readStateFile((path = writeTemporary(text)));

  afterEach(() => {
    if (path !== undefined) rmSync(path);
  });

  for (const [what, text] of [
    ['at its end', pad(FIRST) + LAST],
    ['far before its end', `${FIRST}\n${LAST}\r\n${pad('a line of a log, which is no JSON')}`],
    ['after an invalid state', `${pad('{"bookmarks":{"shares":null}}')}${LAST}\n`],
    ['after a line too long to read', `${FIRST}\n${'x'.repeat(LONG)}\n${LAST}\n`],
  ] as const) {
    it(`is read for its last state, ${what}`, async () => {
      expect(await read(text)).to.deep.equal({ bookmarks: { last: {} } });
    });
  }

  for (const [what, text] of [
    ['contains none', pad('a line of a log, which is no JSON')],
    ['ends with an invalid one', `${pad(FIRST)}{"bookmarks":{"shares":null}}\n`],
  ] as const) {
    it(`is rejected if it ${what}`, async () => {
      const refusal = await read(text).catch((error: unknown) => error);
      expect(refusal).to.be.instanceOf(StateError);
    });
  }
});
