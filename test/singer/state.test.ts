import { expect } from 'chai';
import { parseState, StateError } from '../../src/singer/state.js';

const STATE = { bookmarks: { shares: { 'urn:li:organization:1': { 'timeRange.end': '2026-11-21T00:00:00Z' } } } };
const line = JSON.stringify(STATE);
const message = JSON.stringify({ type: 'STATE', value: STATE });

describe('a state file', () => {
  const forms: readonly (readonly [string, string, object])[] = [
    ['a state', line, STATE],
    ['a state over several lines', JSON.stringify(STATE, null, 2), STATE],
    ['a state after a byte order mark', `\uFEFF${line}\r\n`, STATE],
    ['a STATE message', message, STATE],
    ['a target’s output, whose last line counts', `{"bookmarks":{}}\n${line}\n`, STATE],
    [
      'a tap’s output',
      `{"type":"SCHEMA","stream":"x"}\n${message}\n{"type":"RECORD","stream":"x","record":{}}\n`,
      STATE,
    ],
    ['a target’s output that ends with log lines', `${line}\nLoaded 3 rows\n`, STATE],
    ['no state: an empty object', '{}', { bookmarks: {} }],
    ['no state: an empty STATE', '{"type":"STATE","value":{}}', { bookmarks: {} }],
    ['no state: nothing', '', { bookmarks: {} }],
    ['no state: white space', ' \n\t\n', { bookmarks: {} }],
    ['more than bookmarks', '{"bookmarks":{},"currently_syncing":null}', { bookmarks: {}, currently_syncing: null }],
  ];
  for (const [what, text, value] of forms) it(`may hold ${what}`, () => expect(parseState(text)).to.deep.equal(value));

  for (const text of [
    'no state here',
    '[]',
    'null',
    '{"bookmarks":[]}',
    '{"bookmarks":{"shares":null}}',
    '{"value":{"bookmarks":{}}}',
  ]) {
    it(`may not contain ${text}`, () => expect(() => parseState(text)).to.throw(StateError));
  }
});
