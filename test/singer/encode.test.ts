import { expect } from 'chai';
import * as fc from 'fast-check';
import { compileRecordEncoder, type RecordEncoder } from '../../src/singer/encode.js';
import type { Unexpected } from '../../src/singer/additional-fields.js';
import type { PropertySchema, StreamSchema } from '../../src/singer/schema.js';
import { lintProperties } from '../support/lint/value.js';
import { expectedRecord } from './model.js';

const nullable = (type: string, more: object = {}): PropertySchema => ({ type: ['null', type], ...more });

const SCHEMA: StreamSchema = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    count: nullable('integer'),
    ratio: nullable('number'),
    flag: nullable('boolean'),
    text: nullable('string'),
    at: nullable('string', { format: 'date-time' }),
    free: nullable('object'),
    nested: {
      type: 'object',
      properties: {
        count: nullable('integer'),
        deeper: { type: 'object', properties: { text: nullable('string') } },
      },
    },
    list: nullable('array', {
      items: nullable('object', { properties: { count: nullable('integer'), text: nullable('string') } }),
    }),
    texts: nullable('array', { items: nullable('string') }),
    additional_fields: nullable('object'),
  },
};

const encoderOf = (selected: StreamSchema = SCHEMA, unexpected: Unexpected[] = []): RecordEncoder =>
  compileRecordEncoder({
    schema: SCHEMA,
    selected,
    keyProperties: ['id'],
    onUnexpected: (one) => unexpected.push(one),
  });

/** Names that sometimes match declared ones, and texts with anything that JSON can contain. */
const NAMES = [
  'count',
  'ratio',
  'flag',
  'text',
  'at',
  'free',
  'nested',
  'list',
  'texts',
  'deeper',
  'n\u0000',
  '\uD83D',
];
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\u0000', '\uD83D', 'a\u0000\uDE00', '\u2028', '"\\', '2026-11-22T00:00:00Z'),
);
const leaf = fc.oneof(
  text,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(null, 2 ** 53, 1e21, -0, 1795314127090, -62135596800000, 253402300800000),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...NAMES), text), tie('value'), { maxKeys: 5 }),
  ),
}));
const row = fc
  .dictionary(fc.oneof(fc.constantFrom(...NAMES), text), value, { maxKeys: 12 })
  // The result of JSON.parse, since nothing else reaches the encoder.
  .map((fields) => JSON.parse(JSON.stringify({ ...fields, id: 'made-up' })) as Record<string, unknown>);

describe('the encoder of records', () => {
  it('gives the same record as a slow and simple model, for any JSON', () => {
    const encode = encoderOf();
    fc.assert(
      fc.property(row, (fields) => {
        expect(JSON.parse(encode(fields)!)).to.deep.equal(expectedRecord(fields, SCHEMA));
      }),
      { numRuns: 500 },
    );
  });

  it('gives what every target accepts, for any JSON', () => {
    const encode = encoderOf();
    fc.assert(
      fc.property(row, (fields) => {
        const breaches: string[] = [];
        const line = encode(fields)!;
        const record = JSON.parse(line) as Record<string, unknown>;
        lintProperties(record, SCHEMA.properties, { path: '', inArray: false }, (rule, place) =>
          breaches.push(`${rule} ${place}`),
        );
        expect(breaches).to.deep.equal([]);
        expect(line).not.to.include('\n');
      }),
      { numRuns: 500 },
    );
  });

  it('gives only selected properties, and does not treat deselected ones as unknown', () => {
    const { id, nested } = SCHEMA.properties;
    const selected: StreamSchema = {
      type: 'object',
      properties: {
        id: id!,
        nested: { ...nested!, properties: { count: nested!.properties!['count']! } },
        additional_fields: nullable('object'),
      },
    };
    const unexpected: Unexpected[] = [];
    const encode = encoderOf(selected, unexpected);
    const record = encode({ id: 'x', text: 'y', nested: { count: 1, deeper: { text: 'z' } }, brandNew: 1 })!;
    expect(JSON.parse(record)).to.deep.equal({ id: 'x', nested: { count: 1 }, additional_fields: { brandNew: 1 } });
    expect(unexpected).to.deep.equal([{ kind: 'unknown field', path: 'brandNew' }]);
  });

  it('drops what has no selected place', () => {
    const { additional_fields: _none, ...properties } = SCHEMA.properties;
    const record = encoderOf({ type: 'object', properties })({ id: 'x', brandNew: 1 })!;
    expect(JSON.parse(record)).not.to.have.any.keys('additional_fields', 'brandNew');
  });

  for (const id of [null, undefined, '']) {
    it(`gives no record for a row whose key is ${JSON.stringify(id)}`, () => {
      expect(encoderOf()({ id, text: 'x' })).to.be.null;
    });
  }

  it('names unexpected values in a list with their index in the record, and without it in the log', () => {
    const unexpected: Unexpected[] = [];
    const record = encoderOf(SCHEMA, unexpected)({ id: 'x', list: [{ count: 1 }, { count: 'two' }] })!;
    expect(JSON.parse(record)).to.deep.include({
      list: [{ count: 1 }, { count: null }],
      additional_fields: { 'list.1.count': 'two' },
    });
    expect(unexpected).to.deep.equal([{ kind: 'other type', path: 'list.*.count' }]);
  });

  it('does not treat names of Object.prototype as declared', () => {
    const fields = JSON.parse('{"id":"x","constructor":1,"toString":"y","__proto__":{"z":1}}') as object;
    const record = JSON.parse(encoderOf()({ ...fields })!) as Record<string, unknown>;
    expect(JSON.stringify(record['additional_fields'])).to.equal(
      '{"constructor":1,"toString":"y","__proto__":{"z":1}}',
    );
  });

  for (const depth of [1_000, 200_000]) {
    it(`cuts what is nested ${depth} levels deep, which would crash it or a target, and keeps the rest`, () => {
      const deep: unknown = JSON.parse('{"a":'.repeat(depth) + '1' + '}'.repeat(depth));
      const suspect: unknown = JSON.parse('['.repeat(depth) + '"\\u0000"' + ']'.repeat(depth));
      const line = encoderOf()({ id: 'x', free: { deep, kept: 1 }, more: suspect })!;
      expect(line.split(/[[{]/)).to.have.length.below(500);
      expect(JSON.parse(line)).to.have.nested.property('free.kept', 1);
    });
  }
});
