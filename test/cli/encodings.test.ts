import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { storeTokens } from '../../src/config/store.js';
import { select } from '../support/catalogs.js';
import { writeTemporary } from '../support/files.js';
import { settingsOf, TURBINES, urn, useSandbox } from '../support/sandboxes.js';
import { runTap, type TapInputs } from '../support/tap.js';

const SHARES = 'share_statistics_time_bound';
const MARK = '\uFEFF';

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const swapped = (text: string): Buffer => utf16(text).swap16();
const utf32 = (text: string): Buffer =>
  Buffer.from(
    Array.from(MARK + text, (character) => [
      character.codePointAt(0)! & 0xff,
      character.codePointAt(0)! >> 8,
      0,
      0,
    ]).flat(),
  );

const READ: readonly (readonly [string, (text: string) => Buffer])[] = [
  ['UTF-8 with a byte order mark', (text) => Buffer.from(MARK + text)],
  ["UTF-16 as PowerShell's > writes it", (text) => utf16(MARK + text.replaceAll('\n', '\r\n'))],
  ['UTF-16 in the other byte order', (text) => swapped(MARK + text)],
];

const OTHER: readonly (readonly [string, (text: string) => Buffer])[] = [
  ['UTF-16 without a byte order mark', utf16],
  ['UTF-16 without a byte order mark, in the other byte order', swapped],
  ['UTF-32', utf32],
];

const END = '2026-11-20T00:00:00Z';
const STATE = { bookmarks: { [SHARES]: { [urn(TURBINES)]: { 'timeRange.end': END, time_granularity: 'DAY' } } } };
const LINE = JSON.stringify({ type: 'STATE', value: STATE });

describe('a file in a common encoding', () => {
  const start = useSandbox();

  /** Days of share statistics that a run with these inputs reads. */
  async function daysRead(inputs: TapInputs): Promise<string[]> {
    const sandbox = await start();
    const settings = settingsOf(sandbox, { organization_ids: [TURBINES], start_date: '2026-10-01', lookback_days: 0 });
    const run = await runTap({ config: settings, catalog: select(SHARES), ...inputs });
    expect(run.exitCode, run.stderr).to.equal(0);
    return run.records(SHARES).map((record) => String(record['time_range_start']).slice(0, 10));
  }

  for (const [encoding, encode] of READ) {
    it(`${encoding}: a run continues from the state in a target's whole output`, async () => {
      const output = `INFO made up\n${JSON.stringify({ bookmarks: {} })}\n${LINE}\nnot JSON: é\n`;
      expect(await daysRead({ state: encode(output) })).to.deep.equal(['2026-11-20', '2026-11-21']);
    });

    it(`${encoding}: a run continues from a state over many lines`, async () => {
      expect(await daysRead({ state: encode(JSON.stringify(STATE, null, 2)) })).to.have.length(2);
    });

    it(`${encoding}: a catalog selects`, async () => {
      const sandbox = await start();
      const catalog = encode(JSON.stringify(select('organization_lookup'), null, 2));
      const run = await runTap({ config: settingsOf(sandbox), catalog });
      expect([...run.schemas.keys()]).to.deep.equal(['organization_lookup']);
    });

    it(`${encoding}: a config is read, and keeps its encoding when tokens are stored in it`, async () => {
      const sandbox = await start();
      const path = writeTemporary(encode(JSON.stringify({ ...settingsOf(sandbox), user_agent: 'made-up/1' })));
      const run = await runTap({ args: ['--config', path], catalog: select('organization_lookup') });
      expect(run.exitCode, run.stderr).to.equal(0);
      await storeTokens(path, { accessToken: 'AQX-made-up-new', refreshToken: null });
      const stored = readFileSync(path);
      const whole = encode(JSON.stringify({ ...settingsOf(sandbox), user_agent: 'made-up/1', access_token: '…' }));
      expect(stored.subarray(0, 8)).to.deep.equal(whole.subarray(0, 8));
      const again = await runTap({ args: ['--config', path], catalog: select('organization_lookup') });
      expect(again.logged('CRITICAL').join(), 'the new token is sent').to.include('access token is invalid');
    });
  }

  for (const [encoding, encode] of OTHER) {
    for (const flag of ['config', 'catalog', 'state'] as const) {
      it(`${encoding}: a ${flag} is refused with the reason, and nothing is sent`, async () => {
        const sandbox = await start();
        const contents = { config: settingsOf(sandbox), catalog: select(SHARES), state: STATE };
        const path = writeTemporary(encode(JSON.stringify(contents[flag])));
        const run = await runTap({ config: settingsOf(sandbox), args: [`--${flag}`, path] });
        expect(run.exitCode).to.equal(1);
        expect(run.logged('CRITICAL').join()).to.include(
          `${path} is neither in UTF-8 nor in UTF-16 with a byte order mark`,
        );
        expect(sandbox.requests()).to.deep.equal([]);
      });
    }
  }

  for (const flag of ['config', 'catalog'] as const) {
    it(`Latin-1: a ${flag} is refused with the reason, if it is recognizable`, async () => {
      const path = writeTemporary(Buffer.from('{"user_agent": "für"}', 'latin1'));
      const run = await runTap({ args: [`--${flag}`, path] });
      expect(run.logged('CRITICAL').join()).to.include(`${path} is neither in UTF-8 nor in UTF-16`);
    });
  }
});
