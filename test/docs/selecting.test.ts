import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { packageRoot } from '../../src/package.js';
import { select } from '../support/catalogs.js';
import { settingsOf, useSandbox } from '../support/sandboxes.js';
import { argumentsOf, runCommand, runTap } from '../support/tap.js';

const page = readFileSync(new URL('docs/selecting.md', packageRoot), 'utf8');
const readme = readFileSync(new URL('README.md', packageRoot), 'utf8');
const block = (language: string): string => new RegExp(`\`\`\`${language}\n([^]+?)\`\`\``).exec(page)![1]!;
const patternOf = (text: string): string => /--select '([^']+)'/.exec(text)![1]!;

describe('docs/selecting.md', () => {
  const start = useSandbox();

  it('and README.md show a one-line selection that works as described', async () => {
    for (const text of [page, readme]) {
      const run = await runTap({ config: settingsOf(await start()), args: ['--select', patternOf(text)] });
      expect(run.exitCode).to.equal(0);
      expect([...run.schemas.keys()]).to.have.members(['posts', 'post_statistics', 'share_statistics_time_bound']);
      expect(run.schemas.get('posts')!.schema.properties)
        .to.include.keys('content')
        .and.not.have.property('commentary');
    }
  });

  it('shows patterns that each match something, and the same for Meltano', async () => {
    const patterns = [...page.matchAll(/^\| `([^`]+)` +\|/gm)].map(([, pattern]) => pattern!);
    expect(patterns).to.have.length.above(7);
    for (const pattern of patterns) {
      const { exitCode, stderr } = await runCommand(['--discover', '--select', pattern]);
      expect({ exitCode, stderr }, pattern).to.deep.equal({ exitCode: 0, stderr: '' });
    }
    const lines = [...block('yaml').matchAll(/^ {2}- '?([^'\n]+)/gm)].map(([, line]) => line!);
    const marked = async (...args: string[]): Promise<string> => (await runCommand(['--discover', ...args])).stdout;
    expect(await marked('--select', lines.join())).to.equal(await marked('--select', patternOf(page)));
  });

  it('shows a small catalog that is valid', async () => {
    const run = await runTap({ config: settingsOf(await start()), catalog: block('json') });
    expect(run.exitCode).to.equal(0);
    expect([...run.schemas.keys()]).to.deep.equal(['posts', 'post_statistics']);
    expect(run.schemas.get('posts')!.schema.properties).not.to.have.property('commentary');
    expect(run.stderr).not.to.include('catalog');
  });

  it('shows the message for a pattern that matches nothing', async () => {
    const { stderr } = await runCommand(['--discover', '--select', 'posts.comentary']);
    expect(stderr).to.equal(block('text'));
  });

  it('is right that other commands take the selection too', async () => {
    const config = settingsOf(await start());
    const args = [...argumentsOf({ config }), '--format', 'json', '--estimate'];
    const bySelect = await runCommand([...args, '--select', 'posts']);
    expect(bySelect.stdout).to.equal(
      (await runCommand([...args, ...argumentsOf({ catalog: select('posts') })])).stdout,
    );
  });
});
