import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { packageRoot } from '../../src/package.js';
import type { Evidence, Verdict } from '../../src/probe/evidence.js';
import { describeEvidence } from '../../src/probe/evidence.js';
import type { SandboxPatch } from '../../src/sandbox/index.js';
import { printedOf } from '../interop/readme/blocks.js';
import { SWITCHES } from '../probe/switches.js';
import { useSandbox } from '../support/sandboxes.js';
import { argumentsOf, runCommand } from '../support/tap.js';

interface Row {
  readonly assumption: string;
  readonly result: Verdict;
  readonly evidence: Evidence;
}

/** The rows of the page's table of switches, without the spaces that pad them. */
function readTable(): string[] {
  const page = readFileSync(new URL('docs/probe.md', packageRoot), 'utf8');
  const [, table = ''] = /<!-- switches -->\n([^]*)<!-- \/switches -->/.exec(page) ?? [];
  const lines = table.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) => line.replaceAll(/ +/g, ' '));
}

describe('docs/probe.md', () => {
  const start = useSandbox();

  const probe = async (options: SandboxPatch, ...args: readonly string[]): Promise<string> => {
    const sandbox = await start({ organizations: {}, ...options });
    const config = { ...sandbox.oauthConfig, retry_wait: 0 };
    return (await runCommand(['probe', ...argumentsOf({ config, args })])).stdout;
  };

  const rowsWith = async (options: SandboxPatch): Promise<readonly Row[]> =>
    (JSON.parse(await probe(options, '--format', 'json')) as { findings: Row[] }).findings;

  it('shows what is printed for the sandbox with default options', async () => {
    expect(await probe({})).to.equal(printedOf('docs/probe.md', 'probe'));
  });

  it('shows what each option changes', async () => {
    const usual = await rowsWith({});
    const lines: string[] = [];
    for (const { options } of SWITCHES) {
      const rows = await rowsWith(options);
      const changed = rows.filter(({ result }, place) => result !== usual[place]!.result && result !== 'holds');
      const named = `\`${JSON.stringify(options)}\``;
      for (const { assumption, result, evidence } of changed) {
        lines.push(`| ${named} | \`${assumption}\` | ${result} | ${describeEvidence(evidence)} |`);
      }
    }
    expect(readTable()).to.deep.equal(lines);
  });
});
