import { expect } from 'chai';
import * as fc from 'fast-check';
import { replaceAddress } from '../../src/recording/addresses.js';
import { replaceBody } from '../../src/recording/bodies.js';
import { Fictions } from '../../src/recording/fictions.js';
import { makeText } from '../../src/recording/texts.js';
import { replaceUrns } from '../../src/recording/urns.js';

const fictions = new Fictions(Buffer.from('a key of a test'));
const DAY = 86_400_000;
const OPTIONS = { fictions, scrub: (text: string) => text, standard: false, refused: false };

/** LinkedIn's field names, and one that it does not have yet. */
const KEYS = [
  'id',
  'name',
  'status',
  'type',
  'role',
  'code',
  'href',
  'message',
  'text',
  'country',
  'scope',
  'vanityName',
  'results',
  'elements',
  'newField',
];
const PLANTED = 'Plantedword';

describe('fictions', () => {
  it('of counts keep sign, zero, integers and the number of digits, but are never the count itself', () => {
    fc.assert(
      fc.property(fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -50, max: 50 })), (count) => {
        const made = fictions.counter(count);
        expect(made).to.equal(fictions.counter(count));
        if (count === 0) {
          expect(made).to.equal(0);
          return;
        }
        expect(made).not.to.equal(count);
        expect(Math.sign(made)).to.equal(Math.sign(count));
        expect(Number.isInteger(made)).to.equal(true);
        expect(String(made).length).to.be.within(Math.min(String(count).length, 15), String(count).length);
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (rate) => {
        fc.pre(!Number.isInteger(rate));
        const made = fictions.counter(rate);
        expect(Number.isInteger(made)).to.equal(false);
        expect(made / rate).to.be.within(0.09, 11);
      }),
    );
  });

  it('of instants stay within the day, in order, and keep midnight', () => {
    const instant = fc.integer({ min: 1_000_000_000_000, max: 1_900_000_000_000 });
    fc.assert(
      fc.property(instant, instant, (one, other) => {
        const [made, later] = [fictions.instant(Math.min(one, other)), fictions.instant(Math.max(one, other))];
        expect(made).to.be.at.most(later);
        expect(Math.floor(fictions.instant(one) / DAY)).to.equal(Math.floor(one / DAY));
        expect(fictions.instant(one - (one % DAY))).to.equal(one - (one % DAY));
        expect(fictions.instant(one) % DAY === 0).to.equal(one % DAY === 0);
      }),
    );
  });

  it('of an id are the same in a number, a URN, a URN within another, a key, an address and a text', () => {
    const id = '7390345678901234567';
    const made = fictions.digits(id);
    expect(made).to.match(/^\d{19}$/);
    expect(replaceUrns(`urn:li:share:${id}`, fictions)).to.equal(`urn:li:share:${made}`);
    expect(replaceUrns(`urn:li:comment:(urn:li:share:${id},${id})`, fictions)).to.equal(
      `urn:li:comment:(urn:li:share:${made},${made})`,
    );
    const address = `/rest/socialActions/urn%3Ali%3Ashare%3A${id}/comments?start=0&count=50`;
    expect(replaceAddress(address, fictions)).to.equal(address.replace(id, made));
    expect(replaceAddress(`/rest/organizations?ids=List(${id},12)`, fictions)).to.equal(
      `/rest/organizations?ids=List(${made},${fictions.digits('12')})`,
    );
    const person = fictions.opaque('aB_3xY');
    expect(makeText('Hi @[Ann](urn:li:person:aB\\_3xY)!', fictions)).to.match(/\]\(urn:li:person:(?<id>.*)\)!$/);
    expect(makeText('@[Ann](urn:li:person:aB\\_3xY)', fictions)).to.include(person.replace('_', '\\_'));
  });

  it('keep windows, pages and ids of standardized data in an address', () => {
    for (const address of [
      '/rest/posts?q=author&start=100&count=100&sortBy=LAST_MODIFIED',
      '/rest/organizationPageStatistics?q=organization&timeIntervals=(timeRange:(start:1793491200000,end:1793664000000),timeGranularityType:DAY)',
      '/v2/geo?ids=List(103644278,102095887)&locale=(language:en,country:US)',
    ]) {
      expect(replaceAddress(address, fictions)).to.equal(address);
    }
  });

  it('keep no word of a text, whatever surrounds it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
        const made = makeText(`${before} ${PLANTED} ${after}`, fictions);
        expect(made).not.to.include(PLANTED);
      }),
      { numRuns: 50 },
    );
  });

  it('keep no planted word or number anywhere in a body, whatever its shape', () => {
    const planted = fc.tuple(fc.string(), fc.string()).map(([before, after]) => `${before} ${PLANTED} ${after}`);
    const leaf = fc.oneof(
      planted,
      fc.constant(8_675_309_421),
      fc.constant(`urn:li:person:${PLANTED}`),
      fc.constant(`https://x.example/${PLANTED}`),
      fc.boolean(),
      fc.constant(null),
    );
    const { body } = fc.letrec((tie) => ({
      body: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie('body'), { maxLength: 3 }),
        fc.dictionary(fc.oneof(fc.constantFrom(...KEYS), planted), tie('body'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(body, (value) => {
        const made = JSON.stringify(replaceBody(value, OPTIONS));
        expect(made).not.to.include(PLANTED);
        expect(made).not.to.include('8675309421');
      }),
      { numRuns: 300 },
    );
  });

  it('keep the words of a refusal, except for ids', () => {
    const body = {
      status: 403,
      message: "Viewer don't have permission to urn:li:organization:35625943 in 20260901, id 35625943",
      code: 'ACCESS_DENIED',
    };
    const made = replaceBody(body, { ...OPTIONS, refused: true }) as typeof body;
    const id = fictions.digits('35625943');
    expect(made).to.deep.equal({ ...body, message: body.message.replaceAll('35625943', id) });
  });

  it('let paging end where it ended: a total below what is shown stays below', () => {
    const page = (total: number): number => {
      const body = { paging: { start: 0, count: 10, total }, elements: Array.from({ length: 10 }, () => ({})) };
      return (replaceBody(body, OPTIONS) as typeof body).paging.total;
    };
    expect(page(10)).to.equal(10);
    expect(page(11)).to.be.above(10).and.not.equal(11);
  });
});
