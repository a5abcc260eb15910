import { expect } from 'chai';
import { compileRecordEncoder } from '../../src/singer/encode.js';
import type { Flattening } from '../../src/config/config.js';
import { findNameFaults, flattenSchema } from '../../src/singer/flatten.js';
import type { Unexpected } from '../../src/singer/additional-fields.js';
import { pruneSchema, type StreamSchema } from '../../src/singer/schema.js';

const ALL: Flattening = { separator: '__', maxDepth: null };
const nullable = (type: string): { type: readonly string[] } => ({ type: ['null', type] });
const object = (properties: StreamSchema['properties']): StreamSchema => ({ type: 'object', properties });

const POST = object({
  id: { type: 'string' },
  created: object({ actor: nullable('string'), time: { ...nullable('string'), format: 'date-time' } }),
  content: object({
    title: { ...nullable('string'), description: 'Headline.' },
    media: object({ alt: nullable('string'), size: object({ width: nullable('integer') }) }),
    tags: { ...nullable('array'), items: nullable('string'), description: 'Tags, first to last.' },
  }),
  texts: { ...nullable('object'), description: 'By locale.' },
  additional_fields: nullable('object'),
});

const TEXT = { type: ['null', 'string'], description: 'JSON text.' };

describe('flattenSchema', () => {
  const columnsOf = (flattening: Flattening): StreamSchema['properties'] => flattenSchema(POST, flattening).properties;

  it('makes a column for each leaf of a nested object, in order, with type, format and description', () => {
    expect(Object.entries(columnsOf(ALL))).to.deep.equal([
      ['id', { type: 'string' }],
      ['created__actor', nullable('string')],
      ['created__time', { ...nullable('string'), format: 'date-time' }],
      ['content__title', { ...nullable('string'), description: 'Headline.' }],
      ['content__media__alt', nullable('string')],
      ['content__media__size__width', nullable('integer')],
      ['content__tags', { ...TEXT, description: 'Tags, first to last. JSON text.' }],
      ['texts', { ...TEXT, description: 'By locale. JSON text.' }],
      ['additional_fields', TEXT],
    ]);
  });

  it('joins names with the separator', () => {
    expect(columnsOf({ ...ALL, separator: '_' })).to.include.keys('created_actor', 'content_media_size_width');
  });

  for (const [maxDepth, columns] of [
    [0, ['created', 'content']],
    [1, ['created__actor', 'created__time', 'content__title', 'content__media', 'content__tags']],
    [2, ['created__actor', 'created__time', 'content__title', 'content__media__alt', 'content__media__size']],
    [3, Object.keys(columnsOf(ALL))],
  ] as const) {
    it(`leaves objects below level ${maxDepth} as JSON text`, () => {
      const made = columnsOf({ ...ALL, maxDepth });
      expect(made).to.include.keys(...columns);
      for (const [name, { type }] of Object.entries(made)) expect(type, name).not.to.match(/object|array/);
      const [text] = ['created', 'content__media', 'content__media__size'].slice(maxDepth);
      if (text !== undefined) expect(made[text]).to.deep.equal(TEXT);
    });
  }
});

describe('findNameFaults', () => {
  const leaf = nullable('string');

  it('finds nothing wrong with short and different names', () => {
    const fits = object({ [`a${'x'.repeat(59)}`]: object({ b: leaf }), a: object({ b: leaf }), a__c: leaf });
    expect(findNameFaults(fits, ALL)).to.deep.equal([]);
  });

  it('names the property and its column if that is longer than 63 bytes', () => {
    const long = 'x'.repeat(61);
    expect(findNameFaults(object({ [long]: object({ b: leaf }) }), ALL)).to.deep.equal([
      `${long}.b becomes ${long}__b, which has 64 bytes; targets take 63`,
    ]);
  });

  it('names both properties if their columns are the same, ignoring case', () => {
    const alike = object({ a: object({ b_c: leaf, B: leaf }), a_b: object({ C: leaf }), a__b: leaf });
    expect(findNameFaults(alike, { ...ALL, separator: '_' })).to.deep.equal([
      'a.b_c becomes a_b_c and a_b.C becomes a_b_C, which targets treat as one column',
    ]);
    expect(findNameFaults(alike, ALL)).to.deep.equal([
      'a.B becomes a__B and a__b becomes a__b, which targets treat as one column',
    ]);
  });

  it('looks no deeper than is flattened', () => {
    const alike = object({ a: object({ b: object({ c: leaf }), b_c: leaf }) });
    expect(findNameFaults(alike, { separator: '_', maxDepth: 1 })).to.deep.equal([]);
    expect(findNameFaults(alike, { separator: '_', maxDepth: 2 })).to.have.length(1);
  });
});

describe('flattened records', () => {
  const encode = (
    row: object,
    { flattening = ALL, selected = POST }: { flattening?: Flattening; selected?: StreamSchema } = {},
  ): unknown => {
    const unexpected: Unexpected[] = [];
    const onUnexpected = (one: Unexpected): unknown => unexpected.push(one);
    const encoder = compileRecordEncoder({ schema: POST, selected, keyProperties: ['id'], flattening, onUnexpected });
    return JSON.parse(encoder(row as Record<string, unknown>) ?? 'null');
  };
  const NOTHING = {
    id: 'p1',
    created__actor: null,
    created__time: null,
    content__title: null,
    content__media__alt: null,
    content__media__size__width: null,
    content__tags: null,
    texts: null,
    additional_fields: null,
  };

  it('have every column, null if LinkedIn says nothing', () => {
    expect(encode({ id: 'p1' })).to.deep.equal(NOTHING);
    expect(encode({ id: 'p1', content: { media: null }, texts: null })).to.deep.equal(NOTHING);
    expect(Object.keys(encode({ id: 'p1' }) as object)).to.deep.equal(Object.keys(flattenSchema(POST, ALL).properties));
  });

  it('have lists and maps as JSON text', () => {
    const row = { id: 'p1', content: { tags: ['a"b', null] }, texts: { en_US: 'Grüße\n' } };
    expect(encode(row)).to.deep.equal({ ...NOTHING, content__tags: '["a\\"b",null]', texts: '{"en_US":"Grüße\\n"}' });
  });

  it('have objects beyond the maximum depth as JSON text, with their nulls', () => {
    const row = { id: 'p1', created: { time: 0 } };
    expect(encode(row, { flattening: { ...ALL, maxDepth: 0 } })).to.deep.equal({
      id: 'p1',
      created: '{"actor":null,"time":"1970-01-01T00:00:00.000Z"}',
      content: '{"title":null,"media":{"alt":null,"size":{"width":null}},"tags":null}',
      texts: null,
      additional_fields: null,
    });
  });

  it('keep whatever has no column in additional_fields, by its dotted path, as JSON text', () => {
    const row = { id: 'p1', created: 7, content: { media: { size: { width: 1, height: 2 } }, title: ['x'] } };
    expect(encode(row)).to.deep.equal({
      ...NOTHING,
      content__media__size__width: 1,
      additional_fields: '{"created":7,"content.title":["x"],"content.media.size.height":2}',
    });
  });

  it('have only the selected columns, whether selected or flattened first', () => {
    const of = (...paths: string[]): StreamSchema =>
      pruneSchema(POST, (path) => paths.some((each) => each.startsWith(path.join('.'))));
    const row = { id: 'p1', content: { media: { size: { width: 5 } } } };
    expect(encode(row, { selected: of('content.media.size.width', 'texts') })).to.deep.equal({
      content__media__size__width: 5,
      texts: null,
    });
    expect(encode(row, { selected: of('additional_fields') })).to.deep.equal({ additional_fields: null });
  });

  it('need their keys', () => {
    expect(encode({ created: {} })).to.equal(null);
  });
});
