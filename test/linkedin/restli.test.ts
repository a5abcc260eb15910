import { expect } from 'chai';
import * as fc from 'fast-check';
import { buildQuery, encode, encodeList, type RestliValue } from '../../src/linkedin/restli.js';
import { organizationId, organizationUrn } from '../../src/linkedin/urn.js';

/** An independent decoder of text, lists and records in wire form, for round trips only. */
function decode(wire: string): RestliValue {
  let position = 0;
  const text = (): string => {
    const raw = /^[^(),:]*/.exec(wire.slice(position))?.[0] ?? '';
    position += raw.length;
    return raw === "''" ? '' : decodeURIComponent(raw);
  };
  const items = <Item>(item: () => Item): Item[] => {
    const found: Item[] = [];
    position += 1;
    while (wire[position] !== ')') {
      found.push(item());
      if (wire[position] === ',') position += 1;
    }
    position += 1;
    return found;
  };
  const value = (): RestliValue => {
    if (wire.startsWith('List(', position)) {
      position += 4;
      return items(value);
    }
    if (wire[position] !== '(') return text();
    return Object.fromEntries(
      items(() => {
        const field = text();
        position += 1;
        return [field, value()] as const;
      }),
    );
  };
  return value();
}

describe('Rest.li encoding', () => {
  it('percent-encodes a URN', () => {
    expect(encode('urn:li:organization:104729384')).to.equal('urn%3Ali%3Aorganization%3A104729384');
  });

  it('writes a list with raw structure and encoded items', () => {
    expect(encodeList(['urn:li:share:7390345678901234567', 'urn:li:share:7388333333333333333'])).to.equal(
      'List(urn%3Ali%3Ashare%3A7390345678901234567,urn%3Ali%3Ashare%3A7388333333333333333)',
    );
  });

  it('writes nested records as in timeIntervals', () => {
    const timeIntervals = { timeRange: { start: 1793491200000, end: 1793664000000 }, timeGranularityType: 'DAY' };
    expect(encode(timeIntervals)).to.equal(
      '(timeRange:(start:1793491200000,end:1793664000000),timeGranularityType:DAY)',
    );
  });

  it('writes a complex key', () => {
    expect(`/rest/reactions/${encode({ entity: 'urn:li:activity:7390345678999999999' })}`).to.equal(
      '/rest/reactions/(entity:urn%3Ali%3Aactivity%3A7390345678999999999)',
    );
  });

  it('encodes every structure character inside a value', () => {
    expect(encode("a,b(c)d'e:f g")).to.equal('a%2Cb%28c%29d%27e%3Af%20g');
  });

  it("writes an empty text as '' and an empty list as List()", () => {
    expect(encode('')).to.equal("''");
    expect(encode([])).to.equal('List()');
    expect(encode("''")).to.equal('%27%27');
  });

  it('keeps the order of parameters and omits those without a value', () => {
    const query = buildQuery({
      q: 'author',
      author: encode('urn:li:organization:1'),
      viewContext: undefined,
      count: 100,
    });
    expect(query).to.equal('q=author&author=urn%3Ali%3Aorganization%3A1&count=100');
  });

  it('loses nothing in a round trip through an independent decoder', () => {
    const field = fc.string({ unit: 'binary', minLength: 1 }).filter((name) => name !== '__proto__');
    const { tree } = fc.letrec<{ tree: RestliValue }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 2 },
        fc.string({ unit: 'binary' }),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(field, tie('tree'), { maxKeys: 3, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        expect(decode(encode(value))).to.deep.equal(value);
      }),
    );
  });

  it('writes any text but the empty one in characters that a URL does not change', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (value) => {
        const query = `ids=${encodeList([value])}`;
        expect(new URL(`http://host.example/rest/posts?${query}`).search).to.equal(`?${query}`);
      }),
    );
  });
});

describe('organization URNs', () => {
  it('are also read in the old brand spelling', () => {
    expect(organizationId('urn:li:organization:104729384')).to.equal(104729384);
    expect(organizationId('urn:li:organizationBrand:104729391')).to.equal(104729391);
    expect(organizationId('urn:li:person:aB3xYz90Qk')).to.equal(null);
    expect(organizationUrn(104729384)).to.equal('urn:li:organization:104729384');
  });
});
