import { expect } from 'chai';
import * as fc from 'fast-check';
import { parseObject } from '../../src/linkedin/json.js';

describe('reading a JSON body', () => {
  it('turns integers beyond 2^53 into strings, with every digit', () => {
    expect(parseObject('{"id":7390345678901234567,"low":[-9007199254740993, 9007199254740991]}')).to.deep.equal({
      body: { id: '7390345678901234567', low: ['-9007199254740993', 9007199254740991] },
    });
  });

  it('finds them wherever JSON allows them', () => {
    const long = '7390345678901234567';
    for (const text of [`{"a":${long}}`, `{"a" :\n ${long}\n}`, `{"a":[${long}]}`, `{"a":[0,\t-${long} , 1]}`])
      expect(JSON.stringify(parseObject(text)), text).to.include(`${long}"`);
  });

  it('does not change digits in strings, fractions and exponents', () => {
    const text = String.raw`{"a":"x: 7390345678901234567, \"y\" ,1","b":0.1234567890123456,"c":1e20,"d":7390345678901234567}`;
    expect(parseObject(text)).to.deep.equal({
      body: {
        a: 'x: 7390345678901234567, "y" ,1',
        b: 0.1234567890123456,
        c: 1e20,
        d: '7390345678901234567',
      },
    });
  });

  it('agrees with JSON.parse if there is no long integer', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!/\d{16,}/.test(text));
        expect(parseObject(text)).to.deep.equal({ body: JSON.parse(text) as unknown });
      }),
    );
  });

  it('agrees with JSON.parse on strings of any kind next to a long integer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const text = JSON.stringify({ value, id: 0 }).replace(/0\}$/, '7390345678901234567}');
        expect(parseObject(text)).to.deep.equal({ body: { value, id: '7390345678901234567' } });
      }),
    );
  });

  it('names what is there instead of an object', () => {
    expect(parseObject(' \n')).to.deep.equal({ fault: 'an empty body' });
    expect(parseObject('<html></html>')).to.deep.equal({ fault: 'a body that is not JSON' });
    expect(parseObject('{"elements":[{"id":73903456789012')).to.deep.equal({ fault: 'a body that is not JSON' });
    expect(parseObject('[1]')).to.deep.equal({ fault: 'JSON that is not an object' });
    expect(parseObject('null')).to.deep.equal({ fault: 'JSON that is not an object' });
  });
});
