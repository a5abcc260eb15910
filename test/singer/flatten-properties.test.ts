import { expect } from 'chai';
import * as fc from 'fast-check';
import { ADDITIONAL_FIELDS, compileRecordEncoder } from '../../src/singer/encode.js';
import type { Flattening } from '../../src/config/config.js';
import { flattenSchema } from '../../src/singer/flatten.js';
import { pruneSchema, typeOf, type PropertySchema, type StreamSchema } from '../../src/singer/schema.js';
import { flattenSlowly, type Json } from './flatten-support.js';

const NAMES = ['a', 'bB', 'c1', 'some_name', 'e'] as const;

const leaf: fc.Arbitrary<PropertySchema> = fc.constantFrom(
  ...['string', 'integer', 'number', 'boolean', 'object'].map((type) => ({ type: ['null', type] })),
  { type: ['null', 'string'], format: 'date-time' as const },
  { type: ['null', 'array'], items: { type: ['null', 'string'] } },
  { type: ['null', 'array'], items: { type: 'object', properties: { a: { type: ['null', 'integer'] } } } },
);

const { properties } = fc.letrec<{ property: PropertySchema; properties: StreamSchema['properties'] }>((tie) => ({
  property: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    tie('properties').map((below) => ({ type: 'object', properties: below })),
  ),
  properties: fc.dictionary(fc.constantFrom(...NAMES), tie('property'), {
    minKeys: 1,
    maxKeys: 3,
    noNullPrototype: true,
  }),
}));

// Made once, since building these in fast-check costs more than the encoding.
const anything = fc.jsonValue({ maxDepth: 2 });
const text = fc.constantFrom('', 'plain', 'a"b\\', 'Grüße\n', 'nul\u0000', 'cut \ud83d', '\\u0000', 'null');
const freeMap = fc.dictionary(text, anything);
const unknownFields = fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, fc.record({ zusätzlich: anything }));

/** Mostly values of the declared type. */
function valueOf(schema: PropertySchema): fc.Arbitrary<unknown> {
  const fitting: fc.Arbitrary<unknown> = schema.properties ? rowOf(schema.properties) : fittingLeaf(schema);
  return fc.oneof({ weight: 8, arbitrary: fitting }, fc.constantFrom(undefined, null), anything);
}

function fittingLeaf(schema: PropertySchema): fc.Arbitrary<unknown> {
  switch (typeOf(schema)) {
    case 'integer':
      return fc.maxSafeInteger();
    case 'number':
      return fc.double();
    case 'boolean':
      return fc.boolean();
    case 'object':
      return freeMap;
    case 'array':
      return fc.array(valueOf(schema.items!));
    default:
      return schema.format ? fc.integer() : text;
  }
}

/** A row, sometimes with a field that the schema does not have. */
function rowOf(below: StreamSchema['properties']): fc.Arbitrary<Json> {
  const known = fc.record(Object.fromEntries(Object.entries(below).map(([name, schema]) => [name, valueOf(schema)])));
  return fc.tuple(unknownFields, known).map(([more, row]) => ({ ...more, ...row }));
}

const flattening: fc.Arbitrary<Flattening> = fc.record({
  separator: fc.constantFrom('__', '_0_', 'X'),
  maxDepth: fc.option(fc.nat(3)),
});

/** A stream, its selected columns, and one of its rows. */
const cases = properties.chain((columns) => {
  const schema: StreamSchema = {
    type: 'object',
    properties: { id: { type: 'string' }, ...columns, [ADDITIONAL_FIELDS]: { type: ['null', 'object'] } },
  };
  return fc.record({
    schema: fc.constant(schema),
    dropped: fc.subarray([...NAMES, ADDITIONAL_FIELDS], { maxLength: 2 }),
    row: rowOf(columns).map((row): Json => ({ ...row, id: 'k' })),
  });
});

describe('any row of any stream, flattened', () => {
  it('equals the slowly flattened record, and fits the flattened schema', () => {
    fc.assert(
      fc.property(cases, flattening, ({ schema, dropped, row }, how) => {
        const selected = pruneSchema(schema, (path) => !dropped.includes(path.at(-1)!));
        const encode = (by: Flattening | null): Json => {
          const onUnexpected = (): void => {};
          const encoder = compileRecordEncoder({
            schema,
            selected,
            keyProperties: ['id'],
            flattening: by,
            onUnexpected,
          });
          return JSON.parse(encoder(row)!) as Json;
        };
        const flat = encode(how);
        expect(flat).to.deep.equal(flattenSlowly(encode(null), selected, how));
        const announced = flattenSchema(selected, how).properties;
        expect(Object.keys(flat)).to.deep.equal(Object.keys(announced));
        for (const [name, value] of Object.entries(flat)) {
          if (value !== null) expect(typeof value).to.equal(typeOf(announced[name]!).replace('integer', 'number'));
        }
      }),
      { numRuns: 500 },
    );
  });
});
