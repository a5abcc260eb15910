import { expect } from 'chai';
import * as fc from 'fast-check';
import { parseOrganizations } from '../../src/config/organizations.js';

const urn = (id: number | string): string => `urn:li:organization:${id}`;

describe('organization_ids', () => {
  for (const [form, ids] of [
    [5, [5]],
    ['5', [5]],
    [' 5 ', [5]],
    ['005', [5]],
    ['urn:li:organization:5', [5]],
    ['urn:li:organizationBrand:5', [5]],
    ['7, urn:li:organization:5,7,', [7, 5]],
    ['["7", 5]', [7, 5]],
    ['"5"', [5]],
    [
      ['7', 5, 'urn:li:organizationBrand:7', '007', 7],
      [7, 5],
    ],
    ['', []],
    [' , ', []],
    ['[]', []],
    [[], []],
    ['9007199254740991', [Number.MAX_SAFE_INTEGER]],
  ] as const) {
    it(`reads ${JSON.stringify(form)} as ${ids.length ? ids.join(' and ') : 'none'}`, () => {
      expect(parseOrganizations(form)).to.deep.equal({ urns: ids.map(urn), misfits: [] });
    });
  }

  for (const form of [
    0,
    -5,
    1.5,
    2 ** 53,
    '0',
    '-5',
    '+5',
    '5e3',
    '٥',
    '1 2',
    '9007199254740993',
    '9'.repeat(400),
    'urn:li:person:5',
    'urn:li:organization:',
    'urn:li:organization:5:6',
    'https://www.linkedin.com/company/5',
    '["5"',
    '"',
    [[5]],
    [null],
    [{}],
    [''],
  ]) {
    it(`refuses ${JSON.stringify(form).slice(0, 40)}`, () => {
      expect(parseOrganizations(form)).to.have.deep.property('urns', []);
      expect(parseOrganizations(form).misfits).to.have.length(1);
    });
  }

  it('names each wrong item of a list by its index', () => {
    expect(parseOrganizations(['x', 5, 'y'])).to.deep.equal({
      urns: [urn(5)],
      misfits: [
        { index: 0, value: 'x' },
        { index: 2, value: 'y' },
      ],
    });
  });

  const ids = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
  const form = (id: number, which: number): number | string =>
    [id, String(id), `000${id}`, urn(id), `urn:li:organizationBrand:${id}`][which % 5] ?? id;

  it('is the same, in the same order, whatever form the ids have', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(ids, fc.nat())), (items) => {
        const forms = items.map(([id, which]) => form(id, which));
        const expected = { urns: [...new Set(items.map(([id]) => urn(id)))], misfits: [] };
        expect(parseOrganizations(forms)).to.deep.equal(expected);
        expect(parseOrganizations(forms.join(' , '))).to.deep.equal(expected);
        expect(parseOrganizations(JSON.stringify(forms))).to.deep.equal(expected);
      }),
    );
  });

  it('reads its own result back unchanged', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(ids, fc.string(), fc.jsonValue())), (items) => {
        const { urns } = parseOrganizations(items);
        expect(parseOrganizations(urns)).to.deep.equal({ urns, misfits: [] });
      }),
    );
  });
});
