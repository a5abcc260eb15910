import { expect } from 'chai';
import type { LinkedInClient } from '../../src/linkedin/client.js';
import { requestNetworkSize } from '../../src/linkedin/request-builders.js';
import { Asker } from '../../src/probe/asker.js';
import { ASSUMPTIONS } from '../../src/probe/assumptions/table.js';
import type { Evidence, Verdict } from '../../src/probe/evidence.js';
import type { Sandbox, SandboxPatch } from '../../src/sandbox/index.js';
import { LABS, oauthSettingsOf, TURBINES, urn, useSandbox } from '../support/sandboxes.js';
import { argumentsOf, runCommand } from '../support/tap.js';
import { SWITCHES } from './switches.js';

interface Printed {
  readonly calls: number;
  readonly findings: readonly { assumption: string; assumed: string; result: Verdict; evidence: Evidence }[];
}

/** All of the sandbox's pages, including those of others. */
const PAGES = { organizations: {} } as const;

async function probe(
  sandbox: Sandbox,
  args: readonly string[] = [],
  config = oauthSettingsOf(sandbox),
): Promise<string> {
  const { exitCode, stdout, stderr } = await runCommand(['probe', ...argumentsOf({ config, args })]);
  expect(exitCode, stderr).to.equal(0);
  return stdout;
}

const findings = async (sandbox: Sandbox, args: readonly string[] = []): Promise<Map<string, Verdict>> => {
  const { findings: found } = JSON.parse(await probe(sandbox, [...args, '--format', 'json'])) as Printed;
  return new Map(found.map(({ assumption, result }) => [assumption, result]));
};

const those = (found: ReadonlyMap<string, Verdict>, verdict: Verdict): string[] =>
  [...found].filter(([, result]) => result === verdict).map(([id]) => id);

/** Assumptions about which the sandbox shows nothing by default. */
const UNTOLD = ['posts.total', 'batch.posts', 'limits.headers'];

describe('probe', () => {
  const start = useSandbox();
  const startPages = (options: SandboxPatch = {}): Promise<Sandbox> => start({ ...PAGES, ...options });

  it('finds that the sandbox behaves as assumed, wherever that can be checked', async () => {
    const found = await findings(await startPages());
    expect([...found.keys()]).to.deep.equal(ASSUMPTIONS.map(({ id }) => id));
    expect(those(found, 'differs')).to.deep.equal([]);
    expect(those(found, 'unknown')).to.have.members(UNTOLD);
  });

  it('can find each assumption to differ, with some option', () => {
    const told = new Set<string>(SWITCHES.flatMap(({ differ }) => differ));
    const untold = ASSUMPTIONS.map(({ id }) => id).filter((id) => !told.has(id));
    expect(untold).to.deep.equal([]);
  });

  for (const { options, differ, unknown = [] } of SWITCHES) {
    it(`finds what differs with ${JSON.stringify(options).slice(0, 160)}`, async () => {
      const found = await findings(await startPages(options));
      expect(those(found, 'differs')).to.have.members(differ);
      const untold = UNTOLD.filter((id) => !(differ as readonly string[]).includes(id));
      expect(those(found, 'unknown')).to.include.members(unknown);
      expect(those(found, 'unknown').filter((id) => !(untold as readonly string[]).includes(id))).to.have.members(
        unknown,
      );
    });
  }

  it('only reads, in at most 40 calls, with only a few calls per resource', async () => {
    for (const options of [{}, { tier: 'development' }, { postsPerOrganization: 80 }] as const) {
      const sandbox = await startPages(options);
      const { calls } = JSON.parse(await probe(sandbox, ['--format', 'json'])) as Printed;
      const sent = sandbox.requests();
      expect(sent).to.have.length(calls).at.most(40);
      expect(sent.filter(({ method }) => method !== 'GET').map(({ resource }) => resource)).to.have.members([
        'accessToken',
        'introspectToken',
      ]);
      for (const one of new Set(sent.map(({ resource }) => resource))) {
        expect(
          sent.filter(({ resource }) => resource === one),
          one!,
        ).to.have.length.at.most(5);
      }
    }
  });

  it('stops at 40 calls, whatever comes', async () => {
    const client = { calls: { total: 30, forTokens: 10 } } as unknown as LinkedInClient;
    const heard = await new Asker(client).ask(requestNetworkSize('urn:li:organization:1'));
    expect(heard).to.deep.equal({ kind: 'nothing', note: 'not asked: 40 calls were made' });
  });

  it('asks about the named page, and about others only for public numbers', async () => {
    const sandbox = await startPages();
    await probe(sandbox, ['--organization', urn(LABS)]);
    const others = sandbox.requests().filter(({ organization = LABS }) => organization !== LABS);
    expect(new Set(others.map(({ resource }) => resource))).to.deep.equal(
      new Set(['networkSizes', 'organizationsLookup']),
    );
  });

  it('prints nothing that it reads: no text, name, id, URN, number or secret', async () => {
    const sandbox = await startPages({ organizations: { [TURBINES]: { name: 'Planted Name' } } });
    const outputs = [await probe(sandbox), await probe(sandbox, ['--format', 'json'])].join('\n');
    const planted = await readAgain(sandbox);
    expect(planted.size).to.be.above(900);
    expect(planted).to.include('Planted Name');
    const secrets = Object.values(sandbox.oauthConfig).filter((value) => !value.includes('127.0.0.1'));
    for (const value of [...planted, ...secrets]) {
      if (new RegExp(`(?<![\\w.])${escape(value)}(?![\\w.])`).test(outputs)) expect.fail(`It prints ${value}`);
    }
  });

  it('is a table no wider than 80 columns', async () => {
    const lines = (await probe(await startPages())).split('\n');
    expect(lines.filter((line) => line.length > 80)).to.deep.equal([]);
    expect(lines.at(-2)).to.match(/^3\d hold, 0 differ, 3 unknown; \d+ calls\.$/);
  });

  for (const [what, options] of [
    ['the token is refused', { token: { access: 'revoked', refresh: 'revoked' } }],
    ['the version is not active', { versions: ['202601'] }],
    ['the first call hits a limit', { quota: { organizationAcls: { app: 0 } } }],
    [
      'only the roles are answered',
      {
        scopes: ['rw_organization_admin'],
        tier: 'development',
        quota: { '*': { app: 0 }, organizationAcls: { app: 9 } },
      },
    ],
  ] as const) {
    it(`fails if it could not ask: ${what}`, async () => {
      const sandbox = await startPages(options);
      const config = { ...oauthSettingsOf(sandbox), retry_wait: 0 };
      const { exitCode, stdout, stderr } = await runCommand(['probe', ...argumentsOf({ config })]);
      expect(exitCode).to.equal(1);
      expect(stdout).to.equal('');
      expect(stderr).to.match(/^CRITICAL /m);
    });
  }

  it('is wrong usage with an invalid page', async () => {
    const { exitCode } = await runCommand(['probe', '--organization', 'acme']);
    expect(exitCode).to.equal(2);
  });
});

/**
 * Repeats the calls that were made, and collects all values in the answers: texts, and numbers too large to be counts
 * of days.
 */
async function readAgain(sandbox: Sandbox): Promise<Set<string>> {
  const values = new Set<string>();
  const headers = {
    authorization: `Bearer ${sandbox.config.access_token}`,
    'linkedin-version': '202609',
    'x-restli-protocol-version': '2.0.0',
  };
  const collect = (value: unknown): void => {
    if (typeof value === 'string' && value.length > 2 && !/^[A-Z_]+$/.test(value)) values.add(value);
    else if (typeof value === 'number' && Math.abs(value) > 999) values.add(String(value));
    else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) {
        if (name.includes(':')) values.add(name);
        // Links of pages contain only requested paths and the word next.
        if (name !== 'links') collect(inner);
      }
    }
  };
  const asked = sandbox.requests().filter(({ method, status }) => method === 'GET' && status === 200);
  for (const { url } of asked) collect(await (await fetch(sandbox.url + url, { headers })).json());
  return values;
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
