import { expect } from 'chai';
import type { Rule } from '../support/lint/report.js';
import { lintStream, rulesBroken } from '../support/lint/stream.js';

const text = { type: ['null', 'string'] };
const KEY = { id: { type: 'integer' } };

const schemaLine = (properties: object, more: object = {}): string =>
  JSON.stringify({
    type: 'SCHEMA',
    stream: 'things',
    schema: { type: 'object', properties: { ...KEY, ...properties } },
    key_properties: ['id'],
    ...more,
  });
const recordLine = (record: object, more: object = {}): string =>
  JSON.stringify({ type: 'RECORD', stream: 'things', record: { id: 1, ...record }, ...more });
const STATE = '{"type":"STATE","value":{"bookmarks":{}}}';

const schemaOf = (property: object): string[] => [schemaLine({ name: property })];
const valueOf = (property: object, value: unknown): string[] => [
  schemaLine({ name: property }),
  recordLine({ name: value }),
];
const keyed = (value: unknown): string[] => [
  schemaLine({ id: { type: 'string' }, name: text }),
  recordLine({ id: value, name: null }),
];

/** A stream for each way of breaking a rule; a STATE is added unless the case has its own. */
const BREACHES: readonly (readonly [rule: Rule, what: string, lines: readonly string[]])[] = [
  ['MESSAGE', 'an unknown message', ['{"type":"BATCH"}']],
  ['MESSAGE', 'a type in lower case', ['{"type":"state"}']],
  ['LINE', 'an empty line', ['']],
  ['LINE', 'a byte order mark', [`\uFEFF${STATE}`]],
  ['LINE', 'a bare value', ['1']],
  ['ORDER', 'a record before its schema', [recordLine({})]],
  ['STATE', 'a state without bookmarks', ['{"type":"STATE","value":{}}']],
  ['ONE-TYPE', 'a union', schemaOf({ type: ['integer', 'string'] })],
  ['ONE-TYPE', 'an empty schema', schemaOf({})],
  ['SCHEMA-KEYWORD', 'anyOf', schemaOf({ ...text, anyOf: [] })],
  ['SCHEMA-KEYWORD', 'a closed object', schemaOf({ type: 'object', additionalProperties: false })],
  ['FORMAT', 'a format that some enforce', schemaOf({ type: 'string', format: 'uri' })],
  ['EMPTY-PROPERTIES', 'an object with no properties', schemaOf({ type: 'object', properties: {} })],
  ['ARRAY-ITEMS', 'an array without items', schemaOf({ type: 'array' })],
  ['ARRAY-OF-ARRAY', 'an array of arrays', schemaOf({ type: 'array', items: { type: 'array', items: text } })],
  [
    'NESTED-DATETIME',
    'an instant in a nullable object of an array',
    schemaOf({
      type: 'array',
      items: { type: ['null', 'object'], properties: { at: { type: 'string', format: 'date-time' } } },
    }),
  ],
  ['INT-MAX', 'a maximum that no double can hold', schemaOf({ type: 'integer', maximum: 2 ** 60 })],
  ['STREAM-NAME', 'a dash', [schemaLine({ name: text }, { stream: 'my-things' })]],
  ['COLUMN-NAME', 'the separator', [schemaLine({ a__b: text })]],
  ['COLUMN-NAME', 'another letter', [schemaLine({ $URN: text })]],
  ['COLUMN-NAME', 'names that differ by case', [schemaLine({ name: text, Name: text })]],
  [
    'COLUMN-NAME',
    '64 bytes once flattened',
    [schemaLine({ ['a'.repeat(31)]: { type: 'object', properties: { ['b'.repeat(31)]: text } } })],
  ],
  ['KEY', 'no key', [schemaLine({ name: text }, { key_properties: [] })]],
  ['KEY', 'a nested key', [schemaLine({ name: text }, { key_properties: ['timeRange.start'] })]],
  ['KEY', 'a nullable key', [schemaLine({ name: text }, { key_properties: ['name'] })]],
  ['KEY', 'only keys', [schemaLine({})]],
  ['SCHEMA-CHANGED', 'another schema', [schemaLine({ name: text }), schemaLine({ title: text })]],
  ['RECTANGULAR', 'a missing property', [schemaLine({ name: text }), recordLine({})]],
  ['RECTANGULAR', 'another order', [schemaLine({ a: text, b: text }), recordLine({ b: null, a: null })]],
  ['NULL', 'null where not allowed', valueOf({ type: 'string' }, null)],
  ['NULL-OBJECT', 'a null object', valueOf({ type: ['null', 'object'], properties: { a: text } }, null)],
  ['UNDECLARED', 'an undeclared field', [schemaLine({ name: text }), recordLine({ name: null, title: 'x' })]],
  ['UNDECLARED', 'a nested undeclared field', valueOf({ type: 'object', properties: { a: text } }, { a: null, b: 1 })],
  ['TYPE', 'text for a number', valueOf({ type: 'integer' }, '5')],
  ['TYPE', 'an integer beyond 2^53', valueOf({ type: 'integer' }, 2 ** 53)],
  ['DATETIME', 'an offset', valueOf({ type: 'string', format: 'date-time' }, '2026-11-22T02:00:00+02:00')],
  ['DATETIME', 'no such month', valueOf({ type: 'string', format: 'date-time' }, '2026-13-22T02:00:00Z')],
  [
    'DATETIME',
    'two spellings',
    [
      ...valueOf({ type: 'string', format: 'date-time' }, '2026-11-22T02:00:00Z'),
      recordLine({ name: '2026-11-22T02:00:00.000Z' }),
    ],
  ],
  ['DATE', 'no such day', valueOf({ type: 'string', format: 'date' }, '2026-02-30')],
  ['NUL', 'NUL in a free map', valueOf({ type: 'object' }, { deep: [{ 'a\u0000': 1 }] })],
  ['SURROGATE', 'half an emoji', valueOf(text, '\uD83D')],
  ['EMPTY-KEY', 'an empty key', keyed('')],
  ['LONG-KEY', 'a key of 3 kB', keyed('x'.repeat(3000))],
  ['TIME-EXTRACTED', 'no instant', [schemaLine({ name: text }), recordLine({ name: null }, { time_extracted: 'now' })]],
  [
    'VERSION',
    'records without version',
    [
      schemaLine({ name: text }),
      recordLine({ name: null }),
      '{"type":"ACTIVATE_VERSION","stream":"things","version":1}',
    ],
  ],
];

describe('the linter of streams', () => {
  for (const [rule, what, lines] of BREACHES) {
    it(`finds ${what} (${rule})`, () => {
      expect(rulesBroken(`${[...lines, STATE].join('\n')}\n`)).to.deep.equal([rule]);
    });
  }

  it('finds a last line that is not a STATE, and one without a newline', () => {
    expect(rulesBroken(`${schemaLine({ name: text })}\n`)).to.deep.equal(['STATE-LAST']);
    expect(lintStream(`${STATE}\n${STATE}`)[0]).to.equal('line 2: LINE not ended');
  });

  it('passes a stream that keeps every rule', () => {
    const lines = [
      schemaLine({ name: text, at: { type: 'object', properties: { from: { type: 'string', format: 'date-time' } } } }),
      recordLine(
        { name: 'a\u2028b', at: { from: '2026-11-22T02:00:00Z' } },
        { time_extracted: '2026-11-22T02:00:00Z' },
      ),
      STATE,
    ];
    expect(lintStream(`${lines.join('\n')}\n`)).to.deep.equal([]);
  });
});
