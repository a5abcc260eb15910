import { expect } from 'chai';
import * as fc from 'fast-check';
import { buildCatalog, markCatalog, type StreamDescription } from '../../src/singer/catalog.js';
import { walkProperties } from '../../src/singer/schema.js';
import { PatternError, selectByPatterns } from '../../src/singer/select.js';
import { selectByCatalog } from '../../src/singer/selection.js';
import { describeStream, loadStreams } from '../../src/streams/load.js';

const text = { type: ['null', 'string'] };
const stream = (name: string, selectedByDefault = true): StreamDescription => ({
  name,
  schema: {
    type: 'object',
    properties: {
      id: { type: 'integer' },
      name: text,
      info: {
        type: 'object',
        properties: { city: text, zip: text, deep: { type: 'object', properties: { leaf: text } } },
      },
      extra: text,
    },
  },
  keyProperties: ['id'],
  replicationKey: null,
  selectedByDefault,
});
const STREAMS = [stream('pages'), stream('posts'), stream('posts_daily', false), stream('likes', false)];

/** The dotted paths of what is selected, by stream. */
function selected(...patterns: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    selectByPatterns(patterns, STREAMS).map(({ name, schema }) => [
      name,
      [...walkProperties(schema.properties)].map(({ path }) => path.join('.')).join(' '),
    ]),
  );
}

const ALL = 'id name info info.city info.zip info.deep info.deep.leaf extra';

describe('patterns select', () => {
  const cases: readonly (readonly [what: string, patterns: readonly string[], Record<string, string>])[] = [
    ['a whole stream by its name', ['posts'], { posts: ALL }],
    ['a whole stream by .*', ['posts.*'], { posts: ALL }],
    ['several in one text', ['posts, likes\npages'], { pages: ALL, posts: ALL, likes: ALL }],
    ['several, one at a time', ['posts', 'likes'], { posts: ALL, likes: ALL }],
    ['by wildcards', ['*ost*.*'], { posts: ALL, posts_daily: ALL }],
    ['by single characters and sets', ['post[!x]', '?ikes'], { posts: ALL, likes: ALL }],
    [
      'an object with everything in it',
      ['posts.info'],
      { posts: 'id info info.city info.zip info.deep info.deep.leaf' },
    ],
    ['a nested object with its parent, and always the keys', ['posts.info.zip'], { posts: 'id info info.zip' }],
    ['across dots with a star', ['posts.*leaf'], { posts: 'id info info.deep info.deep.leaf' }],
    [
      'but not what has an exclamation mark',
      ['posts', '!posts.info.deep', '!*.extra'],
      { posts: 'id name info info.city info.zip' },
    ],
    ['but not what has one, in whatever order', ['!posts.info', 'posts.info', 'posts.name'], { posts: 'id name' }],
    ['but always the keys', ['posts', '!posts.id'], { posts: ALL }],
    ['from the default streams if all have one', ['!pages', '!posts.info'], { posts: 'id name extra' }],
    [
      'no stream off by default if all have one',
      ['!*.extra'],
      { pages: ALL.replace(' extra', ''), posts: ALL.replace(' extra', '') },
    ],
    ['but not a stream if all its fields have one', ['posts', 'likes', '!posts.*'], { likes: ALL }],
    ['nothing, if requested', ['posts', '!posts'], {}],
  ];
  for (const [what, patterns, expected] of cases) {
    it(what, () => expect(selected(...patterns)).to.deep.equal(expected));
  }
});

describe('a pattern that matches nothing', () => {
  for (const [pattern, said] of [
    ['psots', '"psots" names no stream, the nearest is "posts"'],
    ['!psots.*', '"!psots.*" names no stream, the nearest is "posts"'],
    ['posts.nmae', '"posts.nmae" names no field, the nearest is "posts.name"'],
    ['!posts.info.zap', '"!posts.info.zap" names no field, the nearest is "posts.info.zip"'],
    ['po*.exrta', '"po*.exrta" names no field, the nearest is "posts.extra"'],
    ['Posts', '"Posts" names no stream, the nearest is "posts"'],
    ['posts.', '"posts." names no field, the nearest is "posts.id"'],
  ] as const) {
    it(`is rejected with the nearest name: ${pattern}`, () => {
      expect(() => selectByPatterns(['pages', pattern], STREAMS)).to.throw(PatternError, said);
    });
  }

  it('is rejected together with the others', () => {
    expect(() => selectByPatterns(['a', 'b'], STREAMS)).to.throw(
      PatternError,
      /\n- "a" names no stream.*\n- "b" names no stream/,
    );
  });
});

describe('a catalog marked by patterns', () => {
  it('selects what they select, for all streams of the tap', () => {
    const streams = loadStreams({ snapshotHistory: false }).map(describeStream);
    const paths = streams.flatMap(({ name, schema }) => [
      name,
      ...[...walkProperties(schema.properties)].map(({ path }) => `${name}.${path.join('.')}`),
    ]);
    const pattern = fc.tuple(
      fc.constantFrom('', '!'),
      fc.oneof(
        fc.constantFrom(...paths),
        fc.constantFrom('*', 'posts.*', '*_time_bound.*', '*.additional_fields', '*.views'),
      ),
    );
    fc.assert(
      fc.property(fc.array(pattern, { minLength: 1, maxLength: 6 }), (drawn) => {
        const patterns = drawn.map(([sign, name]) => sign + name);
        const chosen = selectByPatterns(patterns, streams);
        const marked = JSON.stringify(markCatalog(buildCatalog(streams), chosen));
        const said: string[] = [];
        expect(selectByCatalog(marked, { streams, warn: (warning) => said.push(warning) })).to.deep.equal(chosen);
        expect(said).to.deep.equal([]);
      }),
    );
  });
});
