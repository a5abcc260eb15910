import { expect } from 'chai';
import { ASSUMPTIONS } from '../../src/probe/assumptions/table.js';
import type { Evidence, Verdict } from '../../src/probe/evidence.js';
import type { Sandbox, SandboxPatch } from '../../src/sandbox/index.js';
import { oauthSettingsOf, useSandbox } from '../support/sandboxes.js';
import { argumentsOf, runCommand } from '../support/tap.js';
import { SWITCHES } from './switches.js';

interface Printed {
  readonly calls: number;
  readonly findings: readonly { assumption: string; assumed: string; result: Verdict; evidence: Evidence }[];
}

/** All of the sandbox's pages, those of others included. */
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

/** Of which the sandbox as it is shows nothing. */
const UNTOLD = ['posts.total', 'notifications.count', 'batch.posts', 'limits.headers'];

describe('probe', () => {
  const start = useSandbox();
  const startPages = (options: SandboxPatch = {}): Promise<Sandbox> => start({ ...PAGES, ...options });

  it('finds that the sandbox does as is assumed, wherever it can tell', async () => {
    const found = await findings(await startPages());
    expect([...found.keys()]).to.deep.equal(ASSUMPTIONS.map(({ id }) => id));
    expect(those(found, 'differs')).to.deep.equal([]);
    expect(those(found, 'unknown')).to.have.members(UNTOLD);
  });

  it('tells of each assumption by some switch that it differs', () => {
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
});
