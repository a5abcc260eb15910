import { expect } from 'chai';
import { select } from '../support/catalogs.js';
import { runProcess, spawnTap } from '../support/process.js';
import { settingsOf, useSandbox } from '../support/sandboxes.js';

/** Runs `code` in the tap's process as soon as it listens for crashes. */
const preload = (code: string): Record<string, string> => ({
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(
    `process.on('newListener', (name) => name === 'uncaughtException' && setTimeout(() => { ${code} }, 1));`,
  )}`,
});

describe('an uncaught error', () => {
  const start = useSandbox();

  for (const [what, code] of [
    ['an exception', 'throw new Error("made-up crash with " + TOKEN)'],
    ['a rejection', 'Promise.reject(new Error("made-up crash with " + encodeURIComponent(TOKEN)))'],
    ['something that is not an error', 'throw Object.assign(Object.create(null), { made: "up", crash: TOKEN })'],
  ] as const) {
    it(`ends the run with a line and a state, and shows no secret: ${what}`, async () => {
      const sandbox = await start({ latencyMs: 30 });
      const config = settingsOf(sandbox, { access_token: sandbox.config['access_token'] });
      const token = `const TOKEN = ${JSON.stringify(config['access_token'])};`;
      const run = await runProcess({
        config,
        catalog: select('organization_acls', 'share_statistics'),
        env: preload(token + code),
      });
      expect(run.exitCode).to.equal(1);
      expect(run.logged('CRITICAL').join()).to.include('Unexpected fault, please report it').and.include('***');
      expect(run.messages.at(-1)?.type).to.equal('STATE');
      expect(run.stderr).not.to.include(config['access_token']);
    });
  }

  it('leaves no secret in the title and arguments of the process', async () => {
    const sandbox = await start({ latencyMs: 200 });
    const tap = spawnTap({
      config: settingsOf(sandbox),
      env: preload('console.error("TITLE " + process.title, process.argv)'),
    });
    const run = await tap.done;
    expect(run.stderr).to.include('TITLE');
    expect(tap.child.spawnargs.join(' ')).not.to.include(sandbox.config['access_token']);
  });
});
