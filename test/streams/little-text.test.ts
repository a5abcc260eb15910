import { expect } from 'chai';
import * as fc from 'fast-check';
import { parseLittleText, printLittleText, type NewPiece } from '../../src/streams/little-text.js';

const oneOf = (characters: string): fc.Arbitrary<string> => fc.constantFrom(...Array.from(characters));
const text = fc.string({ unit: oneOf('ab é風🌬\\|{}@[]()<>#*_~:,.\n'), minLength: 1 });
const name = fc.string({ unit: oneOf('abé 風🌬\\|{}@[]()<>#*_~') });
const word = fc.string({ unit: oneOf('abé風\\|{}@[]()<>#*_~'), minLength: 1 });
const id = fc.string({ unit: oneOf('aZ09-_'), minLength: 1 });
const urn = fc.oneof(
  fc.constant('urn:li:organization:2414183'),
  id.map((each) => `urn:li:person:${each}`),
  id.map((each) => `urn:li:like:(urn:li:person:${each},urn:li:activity:7)`),
);
const piece = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text }),
  fc.record({ kind: fc.constant('hashtag' as const), text: word }),
  fc.record({ kind: fc.constant('mention' as const), text: name, urn }),
);

/** Joins adjacent texts, which cannot be told apart. */
function join(pieces: readonly NewPiece[]): NewPiece[] {
  return pieces.reduce<NewPiece[]>((joined, next) => {
    const last = joined.at(-1);
    if (last?.kind !== 'text' || next.kind !== 'text') return [...joined, next];
    return [...joined.slice(0, -1), { kind: 'text', text: last.text + next.text }];
  }, []);
}

function read(written: string): NewPiece[] {
  return parseLittleText(written).map((found) => {
    const { source: _, ...rest } = found;
    return rest;
  });
}

describe('little text', () => {
  it('reads what it has written, whatever reserved characters it contains', () => {
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(read(printLittleText(pieces))).to.deep.equal(join(pieces));
      }),
    );
  });

  it('loses no character of any text', () => {
    const odd = fc.string({
      unit: fc.constantFrom(
        '{hashtag|',
        '\\#|',
        '#|',
        '#a',
        '}',
        '@',
        '@[',
        ']',
        '](',
        'urn:li:',
        ')',
        '\\',
        'a',
        ' ',
        '\n',
      ),
    });
    fc.assert(
      fc.property(fc.oneof(odd, fc.string({ unit: 'binary' })), (written) => {
        expect(
          parseLittleText(written)
            .map(({ source }) => source)
            .join(''),
        ).to.equal(written);
      }),
      { numRuns: 500 },
    );
  });

  for (const [what, written, found] of [
    [
      'a mention with an escaped URN',
      '@[Ada Example](urn:li:person:Ww-h\\_\\_kIES)',
      ['Ada Example', 'urn:li:person:Ww-h__kIES'],
    ],
    [
      'a mention with an unescaped URN',
      '@[Ada Example](urn:li:person:Ww-h__kIES)',
      ['Ada Example', 'urn:li:person:Ww-h__kIES'],
    ],
    ['a mention without a name', '@(urn:li:person:Ww-h\\_\\_kIES)', ['', 'urn:li:person:Ww-h__kIES']],
    ['a space before the URN', '@[Ada] (urn:li:person:Ww1)', ['Ada', 'urn:li:person:Ww1']],
    ['unescaped brackets in a name', '@[Ada [E] (X)](urn:li:person:Ww1)', ['Ada [E] (X)', 'urn:li:person:Ww1']],
    ['an incomplete mention before another', '@[nobody @[Ada](urn:li:person:Ww1)', ['Ada', 'urn:li:person:Ww1']],
  ] as const) {
    it(`has ${what}`, () => {
      const mentions = read(`so ${written}, and`).filter(({ kind }) => kind === 'mention');
      expect(mentions).to.deep.equal([{ kind: 'mention', text: found[0], urn: found[1] }]);
    });
  }

  it('has hashtags as templates and as words, but not inside an address', () => {
    const written = '#Wind {hashtag|\\#|A\\_b} {hashtag|#|Sun} (#Łódź_1) \\#not https://northwind.example/#frag a#b';
    const words = read(written).flatMap((each) => (each.kind === 'hashtag' ? [each.text] : []));
    expect(words).to.deep.equal(['Wind', 'A_b', 'Sun', 'Łódź_1']);
  });

  it('that is long and unterminated is read quickly', () => {
    for (const part of ['{hashtag|#|', '@[a](urn:li:', '@[', '](urn(', '\\', '#', '(urn:li:a(']) {
      const before = performance.now();
      parseLittleText(`@[${part.repeat(300_000 / part.length)}`);
      expect(performance.now() - before, part).to.be.below(500);
    }
  });
});
