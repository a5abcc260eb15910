import { expect } from 'chai';
import { versionEnd } from '../../src/linkedin/version.js';
import { useHarness } from './harness.js';

describe('the end of an API version', () => {
  const { serve, connect } = useHarness();

  it('is the published day if there is one, else the middle of its month a year later', () => {
    expect(versionEnd('202603')).to.deep.equal({ date: '2027-03-16', inferred: false });
    expect(versionEnd('202609')).to.deep.equal({ date: '2027-09-15', inferred: true });
  });

  for (const [today, warning] of [
    ['2026-11-15T23:59:59Z', null],
    [
      '2026-11-16T00:00:00Z',
      "LinkedIn's API version 202601 ends on 2027-01-15: set linkedin_version to a newer month.",
    ],
    [
      '2027-01-15T00:00:00Z',
      "LinkedIn's API version 202601 ended on 2027-01-15: set linkedin_version to a newer month.",
    ],
  ] as const) {
    it(`causes ${warning === null ? 'no ' : 'a '}warning on ${today.slice(0, 10)}`, async () => {
      const client = connect(await serve([]), { linkedinVersion: '202601', clock: () => Date.parse(today) });
      expect(client.lines).to.deep.equal(warning === null ? [] : [`WARNING ${warning}`]);
    });
  }

  it('is marked as a guess if it is one', async () => {
    const clock = () => Date.parse('2027-09-01T00:00:00Z');
    const client = connect(await serve([]), { clock });
    expect(client.lines[0]).to.include('about 2027-09-15 (LinkedIn has not published the day)');
  });
});
