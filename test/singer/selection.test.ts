import { expect } from 'chai';
import { type StreamDescription } from '../../src/singer/catalog.js';
import { CatalogError } from '../../src/singer/catalog-file.js';
import { selectByCatalog, selectByDefault } from '../../src/singer/selection.js';
import { walkProperties, type StreamSchema } from '../../src/singer/schema.js';

const text = { type: ['null', 'string'] };
const SCHEMA: StreamSchema = {
  type: 'object',
  properties: {
    id: { type: 'integer' },
    name: text,
    info: {
      type: 'object',
      properties: { city: text, zip: text, deep: { type: 'object', properties: { leaf: text } } },
    },
  },
};
const stream = (name: string, selectedByDefault = true): StreamDescription => ({
  name,
  schema: SCHEMA,
  keyProperties: ['id'],
  replicationKey: null,
  selectedByDefault,
});
const STREAMS = [stream('pages'), stream('posts', false)];

const at = (path: string, metadata: object): object => ({
  breadcrumb: path === '' ? [] : path.split('.').flatMap((name) => ['properties', name]),
  metadata,
});

/** What a catalog with these entries selects: the dotted paths of properties, by stream. */
function selected(...entries: readonly object[]): Record<string, string> {
  const chosen = selectByCatalog(JSON.stringify({ streams: entries }), { streams: STREAMS, warn() {} });
  return Object.fromEntries(
    chosen.map(({ name, schema }) => [
      name,
      [...walkProperties(schema.properties)].map(({ path }) => path.join('.')).join(' '),
    ]),
  );
}

const pages = (more: object): object => ({ tap_stream_id: 'pages', stream: 'pages', schema: {}, ...more });
const ALL = 'id name info info.city info.zip info.deep info.deep.leaf';

describe('a stream is selected', () => {
  const cases: readonly (readonly [string, object, boolean])[] = [
    ['by `selected: true`', { metadata: [at('', { selected: true })] }, true],
    ['not by `selected: false`', { metadata: [at('', { selected: false, 'selected-by-default': true })] }, false],
    ['by "true" as text', { metadata: [at('', { selected: 'true' })] }, true],
    ['not by "false" as text', { metadata: [at('', { selected: 'false' })] }, false],
    [
      'by selected-by-default if nothing else is specified',
      { metadata: [at('', { 'selected-by-default': true })] },
      true,
    ],
    ['not by `selected-by-default: false`', { metadata: [at('', { 'selected-by-default': false })] }, false],
    ['without any metadata', {}, true],
    ['not by metadata without a selection', { metadata: [at('', { inclusion: 'available' })] }, false],
    ['not by its properties', { metadata: [at('', { selected: false }), at('name', { selected: true })] }, false],
    ['by the legacy `schema.selected`', { schema: { selected: true }, metadata: [at('', {})] }, true],
    ['not by the legacy `schema.selected: false`', { schema: { selected: false } }, false],
    ['by what Meltano writes on the stream', { selected: true, metadata: [at('', { selected: true })] }, true],
    ['by its metadata rather than the stream', { selected: true, metadata: [at('', { selected: false })] }, false],
  ];
  for (const [how, entry, is] of cases)
    it(how, () => expect(Object.keys(selected(pages(entry)))).to.deep.equal(is ? ['pages'] : []));

  it('by `stream` if there is no tap_stream_id', () => {
    expect(selected({ stream: 'pages', schema: {} })).to.have.all.keys('pages');
  });

  it('by default, without a catalog, as its table entry says', () => {
    expect(selectByDefault(STREAMS).map(({ name }) => name)).to.deep.equal(['pages']);
  });

  it('even if the table does not select it by default', () => {
    expect(selected({ tap_stream_id: 'posts', metadata: [at('', { selected: true })] })).to.have.all.keys('posts');
  });
});

describe('a property is selected', () => {
  const on = at('', { selected: true });
  const cases: readonly (readonly [string, readonly object[], string])[] = [
    ['if nothing is specified', [], ALL],
    ['not when deselected, nor its children', [at('info', { selected: false })], 'id name'],
    [
      'not when nested and deselected',
      [at('info.zip', { selected: false })],
      'id name info info.city info.deep info.deep.leaf',
    ],
    [
      'not when nothing in it is left',
      [
        at('info.city', { selected: false }),
        at('info.zip', { selected: false }),
        at('info.deep.leaf', { selected: false }),
      ],
      'id name',
    ],
    ['not inside a deselected one', [at('info', { selected: false }), at('info.city', { selected: true })], 'id name'],
    ['when automatic, even if deselected', [at('id', { inclusion: 'automatic', selected: false })], ALL],
    ['when automatic, even if not a key', [at('name', { inclusion: 'automatic', selected: false })], ALL],
    ['when a key, whatever the catalog says', [at('id', { inclusion: 'unsupported', selected: false })], ALL],
    ['not when unsupported', [at('name', { inclusion: 'unsupported', selected: true })], ALL.replace('name ', '')],
    ['not with selected-by-default false', [at('name', { 'selected-by-default': false })], ALL.replace('name ', '')],
    ['not by "false" as text', [at('name', { selected: 'false' })], ALL.replace('name ', '')],
  ];
  for (const [how, metadata, paths] of cases)
    it(how, () => expect(selected(pages({ metadata: [on, ...metadata] }))).to.deep.equal({ pages: paths }));

  it('but not by the legacy flag in its schema', () => {
    const schema = { properties: { name: { selected: false }, info: { properties: { zip: { selected: 'false' } } } } };
    expect(selected(pages({ schema, metadata: [on] }))).to.deep.equal({
      pages: 'id info info.city info.deep info.deep.leaf',
    });
  });

  it('with its own type, not the one in the catalog', () => {
    const schema = { type: 'object', properties: { id: { type: 'string' }, invented: { type: 'string' } } };
    const [chosen] = selectByCatalog(JSON.stringify({ streams: [pages({ schema, metadata: [on] })] }), {
      streams: STREAMS,
      warn() {},
    });
    expect(chosen!.schema).to.deep.equal(SCHEMA);
  });
});

describe('the tap warns of catalog entries without effect', () => {
  const warnings = (...entries: readonly object[]): string[] => {
    const said: string[] = [];
    selectByCatalog(JSON.stringify({ streams: entries }), {
      streams: [...STREAMS, { ...stream('shares'), replicationKey: 'name' }],
      warn: (warning) => said.push(warning),
    });
    return said;
  };
  const off = { selected: false };
  const on = at('', { selected: true });

  it('a field deselected under a wrong name, naming the nearest, so that no text stays in unnoticed', () => {
    const said = warnings(pages({ metadata: [on, at('nam', off), at('info.zap', off), at('info.city', off)] }));
    expect(said).to.deep.equal([
      'pages: the catalog names fields that the stream does not have, which has no effect: "nam" (the nearest is "name"), "info.zap" (the nearest is "info.zip").',
    ]);
  });

  it('a field that an old catalog selects in its schema', () => {
    const schema = {
      properties: { nmae: off, name: { selected: true }, invented: {}, info: { properties: { Zip: off } } },
    };
    const [said] = warnings(pages({ schema, metadata: [on] }));
    expect(said).to.include('"nmae" (the nearest is "name")').and.include('"info.Zip"').and.not.include('invented');
  });

  it('many of them in one line', () => {
    const [said, ...others] = warnings(pages({ metadata: [on, ...Array.from('abcdefgh', (name) => at(name, off))] }));
    expect(said).to.match(/, and 3 more\.$/);
    expect(others).to.deep.equal([]);
  });

  it('an entry without tap_stream_id, whose `stream` is used', () => {
    expect(warnings({ stream: 'pages', metadata: [on] })).to.deep.equal([
      'streams[0] has no "tap_stream_id"; its "stream" is used, "pages".',
    ]);
  });

  it('a replication method that does not exist', () => {
    const [said] = warnings({
      tap_stream_id: 'shares',
      metadata: [at('', { selected: true, 'replication-method': 'full' })],
    });
    expect(said).to.equal(
      'shares: the replication method "FULL" has no effect; the methods are FULL_TABLE and INCREMENTAL.',
    );
  });

  it('a selection of a stream or field that is neither true nor false', () => {
    expect(warnings(pages({ metadata: [at('', { selected: 'yes' }), at('name', { selected: 0 })] }))).to.deep.equal([
      'pages: selected is "yes" in the catalog, not true or false: it is ignored.',
      'pages.name: selected is 0 in the catalog, not true or false: it is ignored.',
    ]);
  });

  it('two selected streams while the default ones are read as well, once', () => {
    const byDefault = (name: string, selectedByDefault: boolean): object => ({
      tap_stream_id: name,
      metadata: [at('', { 'selected-by-default': selectedByDefault })],
    });
    expect(warnings(pages({ metadata: [on] }), byDefault('posts', true), byDefault('shares', false))).to.deep.equal([
      'The catalog selects 1 stream by "selected": true; 1 stream more will be read, selected by default. Set "selected": false there, or choose by --select.',
    ]);
    expect(warnings(byDefault('pages', true), byDefault('posts', true))).to.deep.equal([]);
  });

  it('and of nothing else', () => {
    const metadata = [
      at('', { selected: true, 'replication-method': 'INCREMENTAL' }),
      at('info.deep.leaf', off),
      at('name', { selected: 'False' }),
    ];
    expect(warnings(pages({ metadata }))).to.deep.equal([]);
  });
});

describe('a replication method', () => {
  for (const method of ['FULL_TABLE', 'full_table', 'Full_Table']) {
    it(`written ${method} leaves the bookmark alone`, () => {
      const entries = [
        { tap_stream_id: 'shares', metadata: [at('', { selected: true, 'replication-method': method })] },
        { tap_stream_id: 'shares', replication_method: method },
      ];
      for (const entry of entries) {
        const [chosen] = selectByCatalog(JSON.stringify({ streams: [entry] }), {
          streams: [{ ...stream('shares'), replicationKey: 'name' }],
          warn() {},
        });
        expect(chosen!.ignoreBookmark).to.equal(true);
      }
    });
  }
});

describe('a catalog is rejected', () => {
  const fault = (catalog: string): string => {
    try {
      selectByCatalog(catalog, { streams: STREAMS, warn() {} });
    } catch (error) {
      if (error instanceof CatalogError) return error.message;
      throw error;
    }
    throw new Error('The catalog was accepted.');
  };
  const cases: readonly (readonly [string, string, string])[] = [
    ['that is not JSON', '{', 'not JSON'],
    ['without streams', '[]', 'no "streams" list'],
    ['with a stream that has no name', '{"streams":[{}]}', 'streams[0] has no "tap_stream_id"'],
    ['whose metadata is not a list', '{"streams":[{"tap_stream_id":"pages","metadata":{}}]}', 'streams[0].metadata'],
    [
      'whose metadata has another form',
      '{"streams":[{"tap_stream_id":"pages","metadata":[1]}]}',
      'streams[0].metadata[0]',
    ],
    [
      'that selects a missing stream',
      '{"streams":[{"tap_stream_id":"pags"}]}',
      '"pags" does not exist, the nearest is "pages"',
    ],
  ];
  for (const [what, catalog, said] of cases) it(what, () => expect(fault(catalog)).to.include(said));

  it('with all faults at once', () => {
    expect(fault('{"streams":[{"tap_stream_id":"pag"},{"tap_stream_id":"pst"}]}'))
      .to.include('"pag"')
      .and.include('"pst"');
  });

  it('but not for an unknown stream that is not selected', () => {
    expect(selected({ tap_stream_id: 'old', metadata: [at('', { selected: false })] })).to.deep.equal({});
  });
});
