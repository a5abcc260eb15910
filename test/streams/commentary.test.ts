import { expect } from 'chai';
import * as fc from 'fast-check';
import { readCommentary } from '../../src/streams/commentary.js';

/** Escapes the characters that have a backslash before them in a post's text. */
const escape = (text: string): string => text.replaceAll(/[\\|{}@[\]()<>#*_~]/g, (character) => `\\${character}`);

const oneOf = (characters: string): fc.Arbitrary<string> => fc.constantFrom(...Array.from(characters));
const text = fc.string({ unit: oneOf('ab é風🌬\\|{}@[]()<>#*_~:,.\n') });
const word = fc.string({ unit: oneOf('abé風_'), minLength: 1 });
const name = fc.string({ unit: oneOf('abé 風🌬\\|{}@[]()<>#*_~'), minLength: 1 });
const urn = fc.constantFrom('urn:li:organization:2414183', 'urn:li:person:kT4mPq22Zx');

describe('the commentary of a post', () => {
  it('gives back the hashtags and mentions it was written with, in order, whatever is between them', () => {
    const part = fc.oneof(
      fc.record({ kind: fc.constant('text' as const), text }),
      fc.record({ kind: fc.constant('hashtag' as const), text: word, sign: fc.constantFrom('\\#', '#', '＃') }),
      fc.record({ kind: fc.constant('mention' as const), text: name, urn }),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const written = parts.map((piece) => {
          if (piece.kind === 'hashtag') return `{hashtag|${piece.sign}|${escape(piece.text)}}`;
          return piece.kind === 'mention' ? `@[${escape(piece.text)}](${piece.urn})` : escape(piece.text);
        });
        expect(readCommentary(written.join(''))).to.deep.equal({
          hashtags: parts.flatMap((piece) => (piece.kind === 'hashtag' ? [piece.text] : [])),
          mentions: parts.flatMap((piece) => (piece.kind === 'mention' ? [{ name: piece.text, urn: piece.urn }] : [])),
        });
      }),
    );
  });

  it('can always be read, however odd', () => {
    const odd = fc.string({
      unit: fc.constantFrom('{hashtag|', '\\#|', '#|', '}', '@[', '](', 'urn:li:', ')', '\\', 'a'),
    });
    fc.assert(
      fc.property(fc.oneof(odd, fc.string({ unit: 'binary' }), fc.anything()), (value) => {
        const { hashtags, mentions } = readCommentary(value);
        expect([...hashtags, ...mentions.map((mention) => mention.name)].every((found) => typeof found === 'string')).to
          .be.true;
      }),
    );
  });

  it('that is long and unterminated is read quickly', () => {
    for (const piece of ['{hashtag|#|', '@[a](urn:li:', '@[', '\\', '{hashtag|\\#|\\']) {
      const before = performance.now();
      readCommentary(piece.repeat(3000 / piece.length));
      expect(performance.now() - before, piece).to.be.below(500);
    }
  });
});
