import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { packageRoot } from '../../src/package.js';
import type { Sandbox } from '../../src/sandbox/index.js';
import { runCommandProcess } from '../support/process.js';
import { TURBINES, useSandbox } from '../support/sandboxes.js';

const CONTENT_ADMINISTRATOR = 104729425;
const REVOKED = 104729441;

const PAGES = [
  { id: TURBINES },
  { id: CONTENT_ADMINISTRATOR, role: 'CONTENT_ADMINISTRATOR' },
  { id: REVOKED, state: 'REVOKED' },
];

interface Scenario {
  readonly change?: Parameters<Sandbox['set']>[0];
  /** Override the sandbox's own, with a refresh token. */
  readonly settings?: object;
  readonly isDown?: boolean;
}

/** What is wrong in each table of the page. */
const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'nothing wrong': {},
  'an expired token': { change: { token: { access: 'expired' } }, settings: { refresh_token: null } },
  'a missing scope': { change: { scopes: ['rw_organization_admin'] } },
  'a content administrator': { settings: { organization_ids: [TURBINES, CONTENT_ADMINISTRATOR] } },
  'a revoked role': { settings: { organization_ids: [REVOKED] } },
  'a retired version': { settings: { linkedin_version: '202511' } },
  'no network': { isDown: true },
};

const pages = ['docs/token.md', 'docs/errors.md']
  .map((page) => readFileSync(new URL(page, packageRoot), 'utf8'))
  .join('\n');
const shown = new Map(
  [...pages.matchAll(/<!-- test: (.*?) -->\n\n```text\n(.*?)```\n/gs)].map(([, name = '', text = '']) => [name, text]),
);

describe('the tables of --test in docs/token.md and docs/errors.md', () => {
  const start = useSandbox();

  it('exist for each of the usual problems, all different, with different remedies', () => {
    expect([...shown.keys()]).to.deep.equal(Object.keys(SCENARIOS));
    const [, ...troubles] = [...shown.values()];
    expect(new Set(troubles)).to.have.lengthOf(6);
    expect(new Set(troubles.map(remedyOf))).to.have.lengthOf(6);
  });

  for (const [name, { change = {}, settings, isDown = false }] of Object.entries(SCENARIOS)) {
    it(`are what the tap prints with ${name}`, async () => {
      const sandbox = await start({ ...change, organizations: PAGES, now: '2026-11-22T09:00:00Z' });
      const config = { ...sandbox.oauthConfig, ...sandbox.config, ...settings };
      if (isDown) await sandbox.close();
      const { exitCode, stdout } = await runCommandProcess({ config, args: ['--test'] });
      expect(asInThePage(stdout, sandbox.url)).to.equal(shown.get(name));
      expect(exitCode).to.equal(name === 'nothing wrong' ? 0 : 1);
    });
  }
});

const remedyOf = (explanation: string): string => /What to do: .*|, so set .*/.exec(explanation)![0];

/** Port and x-li-uuid differ each time. */
function asInThePage(text: string, url: string): string {
  return text
    .replaceAll(url, 'http://127.0.0.1:8080')
    .replaceAll(new URL(url).host, '127.0.0.1:8080')
    .replaceAll(/(x-li-uuid\s+)[^)]*/g, '$1AAYx8ChETIerLfZABoa0SQ==');
}
