import { expect } from 'chai';
import * as fc from 'fast-check';
import { Redactor } from '../../src/log/redactor.js';
import { FORMS } from '../support/forms.js';

/** Characters of tokens, and all those that some encoding changes. */
const character = fc.oneof(
  fc.constantFrom(...'ABCXYZabcxyz0189-_.~'.split(''), ...'+/=%&?#"\'\\<> ;:@$é漢'.split('')),
  fc.constantFrom(...'ABCXYZabcxyz0189'.split('')),
);
/** Starts with a letter: if a secret started with a backslash, that backslash might remain. */
const secret = fc
  .tuple(fc.constantFrom('A', 'q'), fc.string({ unit: character, minLength: 3, maxLength: 60 }))
  .map((parts) => parts.join(''));
/** Text around a secret, of which nothing could be part of one. */
const around = fc.string({ unit: fc.constantFrom(...'!(){}[]|*^,`'.split('')), maxLength: 20 });

function redactorOf(...secrets: string[]): Redactor {
  const redactor = new Redactor();
  for (const each of secrets) redactor.add(each);
  return redactor;
}

describe('redaction', () => {
  for (const [form, encodeText] of Object.entries(FORMS)) {
    it(`masks a secret ${form}, and keeps the text around it`, () => {
      fc.assert(
        fc.property(secret, around, around, (text, before, after) => {
          expect(redactorOf(text).redact(before + encodeText(text) + after)).to.equal(`${before}***${after}`);
        }),
      );
    });
  }

  it('masks a secret in base64, wherever it begins in the encoded text', () => {
    fc.assert(
      fc.property(secret, around, around, (text, before, after) => {
        for (const form of ['base64', 'base64url'] as const) {
          const whole = Buffer.from(`${before}:${text}:${after}`, 'utf8').toString(form);
          const shown = redactorOf(text).redact(`Basic ${whole}`);
          for (const piece of shown.slice('Basic '.length).split('***')) {
            expect(Buffer.from(piece, form).toString('utf8')).not.to.include(text);
          }
          if (text.length >= 6) expect(shown).to.include('***');
        }
      }),
    );
  });

  it('masks the rest of a secret that was cut, if enough is left to recognize it', () => {
    const token = fc.string({
      unit: fc.constantFrom(...'ABCXYZabcxyz0189-_'.split('')),
      minLength: 40,
      maxLength: 400,
    });
    fc.assert(
      fc.property(token, fc.nat(400), fc.nat(400), around, (text, one, other, before) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const left = text.slice(from, to);
        const shown = redactorOf(text).redact(`${before}${left}…`);
        expect(shown).to.equal(left.length < 12 ? `${before}${left}…` : `${before}***…`);
      }),
    );
  });

  it('masks each of several secrets, even one inside another', () => {
    const redactor = redactorOf('made-up-secret', 'very-made-up-secret-one', 'other');
    expect(redactor.redact('very-made-up-secret-one, made-up-secret; other')).to.equal('***, ***; ***');
  });

  it('does not change a text without secrets, whatever it contains', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(redactorOf('Zq7#made-up-secret#x9Kw').redact(text)).to.equal(text);
      }),
    );
  });

  it('ignores values that are too short to be secrets', () => {
    expect(redactorOf('abc', '').redact('abc')).to.equal('abc');
  });
});
