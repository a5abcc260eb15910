import { expect } from 'chai';
import * as fc from 'fast-check';
import { createPseudonymizer } from '../../src/streams/pseudonymizer.js';

const PERSON = 'urn:li:person:aB3xYz90Qk';
const ORGANIZATION = 'urn:li:organization:104729384';
const hash = createPseudonymizer({ mode: 'hash', key: 'a-secret' });
const drop = createPseudonymizer({ mode: 'drop', key: null });
const hashed = hash.element({ actor: PERSON }, [])['actor'] as string;

describe('members in an answer', () => {
  it('have a hash instead of their id, the same wherever they occur', () => {
    expect(hashed).to.match(/^urn:li:person:[\da-f]{32}$/);
    const element = {
      agent: PERSON,
      $URN: `urn:li:like:(${PERSON},urn:li:activity:1)`,
      created: { actor: PERSON, time: 1 },
      deep: [[{ any: [PERSON, ORGANIZATION] }]],
      [PERSON]: 1,
    };
    expect(hash.element(element, [])).to.deep.equal({
      agent: hashed,
      $URN: `urn:li:like:(${hashed},urn:li:activity:1)`,
      created: { actor: hashed, time: 1 },
      deep: [[{ any: [hashed, ORGANIZATION] }]],
      [hashed]: 1,
    });
  });

  it('are also found percent-encoded, in any case and as urn:li:member', () => {
    const id = hashed.split(':').at(-1)!;
    expect(hash.text(`/people/urn%3Ali%3Aperson%3AaB3xYz90Qk?x=1`)).to.equal(`/people/urn%3Ali%3Aperson%3A${id}?x=1`);
    expect(hash.text('URN:LI:PERSON:aB3xYz90Qk')).to.include(id);
    expect(hash.text('(urn:li:member:123456)')).to.match(/^\(urn:li:member:[\da-f]{32}\)$/);
  });

  it('have different hashes, and others with another key', () => {
    expect(hash.text('urn:li:person:aB3xYz90Qj')).not.to.equal(hashed);
    expect(createPseudonymizer({ mode: 'hash', key: 'another' }).text(PERSON)).not.to.equal(hashed);
    expect(createPseudonymizer({ mode: 'hash', key: 'a-secret' }).text(PERSON)).to.equal(hashed);
  });

  it('lose their name in mentions; pages keep theirs', () => {
    const text = `Thanks @[Ada \\(Example\\)](${PERSON}) of @[Northwind](${ORGANIZATION})`;
    expect(hash.text(text)).to.equal(`Thanks @[member](${hashed}) of @[Northwind](${ORGANIZATION})`);
    expect(drop.text(text)).to.equal(`Thanks @[member] of @[Northwind](${ORGANIZATION})`);
  });

  it('have the same hash in a text that escapes their URN, so that mentions can be joined', () => {
    const plain = hash.text('urn:li:person:Ww-h__kIES');
    expect(hash.text('@[Ada Example](urn:li:person:Ww-h\\_\\_kIES)')).to.equal(`@[member](${plain})`);
    expect(hash.text('by urn:li:person:Ww-h\\_\\_kIES.')).to.equal(`by ${plain}.`);
    expect(hash.element({ text: 'urn%253Ali%253Aperson%253AWw-h__kIES' }, [])['text']).to.include(plain.slice(14));
  });

  it('lose their name in a truncated line of the log, or one without their URN', () => {
    for (const line of ['LinkedIn said: by @[Ada Exam… (x-li-uuid 1)', 'by @[Ada Example]', 'by @[Ada \\(Exam']) {
      expect(drop.text(line)).to.include('by @[member]').and.not.include('Ada');
    }
  });

  it('have the words of their comments hashed or dropped, whatever form they come in', () => {
    const message = { text: 'Great work!', attributes: [{ value: { member: PERSON } }] };
    const pseudonymized = hash.element({ message, object: 'urn:li:activity:1' }, ['message']);
    expect(JSON.stringify(pseudonymized)).not.to.include('Great').and.not.to.include(PERSON);
    expect(drop.element({ message: 'Great work!', kept: 'Great' }, ['message'])).to.deep.equal({
      message: null,
      kept: 'Great',
    });
    for (const sly of ['urn:li:hello from Ada Example', 'urn:li:ada:Ada-Example', 'urn:li:organization:Ada']) {
      expect(JSON.stringify(hash.element({ message: sly }, ['message'])), sly).not.to.include('Ada');
    }
  });

  it('are null in rows when dropped, are removed from lists, and are hashed in keys', () => {
    const element = {
      urn: `urn:li:like:(${PERSON},urn:li:activity:1)`,
      actor: PERSON,
      recipient: [PERSON, ORGANIZATION],
    };
    const { urn, ...rest } = drop.row(drop.element(element, []), ['urn']);
    expect(urn).to.match(/^urn:li:like:\(urn:li:person:[\da-f]{32},urn:li:activity:1\)$/);
    expect(rest).to.deep.equal({ actor: null, recipient: [ORGANIZATION] });
  });

  it('are in no output, whatever the JSON input', () => {
    const id = fc.stringMatching(/^[A-Za-z0-9_-]{6,12}$/);
    fc.assert(
      fc.property(id, fc.jsonValue({ maxDepth: 4 }), fc.jsonValue(), (secret, one, other) => {
        const person = `urn:li:person:Q${secret}`;
        const element = { one, person, list: [other, { [person]: `(${person},urn:li:activity:1)` }] };
        for (const pseudonymizer of [hash, drop]) {
          expect(JSON.stringify(pseudonymizer.row(pseudonymizer.element(element, []), ['person']))).not.to.include(
            `Q${secret}`,
          );
        }
      }),
    );
  });

  it('can be nested endlessly without a crash', () => {
    let nested: unknown = PERSON;
    for (let depth = 0; depth < 50_000; depth++) nested = [nested];
    expect(JSON.stringify(hash.element({ nested }, []))).not.to.include(PERSON);
  });
});
