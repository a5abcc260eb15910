import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { packageRoot, readPackageVersion } from '../../../src/package.js';
import { spawnTap, type TapProcess } from '../../support/process.js';
import { settingsOf, useSandbox } from '../../support/sandboxes.js';
import { argumentsOf, type TapInputs } from '../../support/tap.js';
import { runProgram, type Ended } from '../support/program.js';

/** Tests that the installed program is the tap of this checkout, including exit codes and signals. */
export function itIsTheTap(executable: () => string): void {
  const start = useSandbox();
  const { PATH = '' } = process.env;
  const spawnIt = (inputs: TapInputs): TapProcess =>
    spawnTap({ ...inputs, env: { PATH } }, { command: [executable()] });
  const run = async (...args: string[]): Promise<Ended> => await runProgram(executable(), { args });

  it('prints the version in package.json', async () => {
    const { stdout, exitCode } = await run('--version');
    expect({ stdout, exitCode }).to.deep.equal({ stdout: `tap-linkedin-pages ${readPackageVersion()}\n`, exitCode: 0 });
  });

  it('discovers the same as the checkout, with the same --about', async () => {
    const bin = fileURLToPath(new URL('bin/tap-linkedin-pages.js', packageRoot));
    for (const args of [['--discover'], ['--about', '--format', 'json']]) {
      expect(await run(...args)).to.deep.equal(await runProgram(process.execPath, { args: [bin, ...args] }));
    }
  });

  it('reads its own sandbox, started from the same package', async () => {
    const sandbox = spawn(executable(), ['sandbox', '--organizations', '2'], { stdio: ['ignore', 'pipe', 'ignore'] });
    try {
      const [printed] = (await once(sandbox.stdout, 'data')) as [Buffer];
      const config = { ...(JSON.parse(String(printed)) as object), start_date: '10 days ago' };
      const tap = await spawnIt({ config }).done;
      expect(tap.exitCode, tap.stderr).to.equal(0);
      expect(tap.records('total_follower_count')).to.have.length(2);
      expect(tap.messages.at(-1)?.type).to.equal('STATE');
    } finally {
      sandbox.kill('SIGTERM');
    }
    await once(sandbox, 'exit');
    expect(sandbox.exitCode).to.equal(143);
  });

  for (const [end, exitCode, inputs] of [
    ['a config without a token', 1, { config: {} }],
    ['an unknown option', 2, { args: ['--unheard-of'] }],
  ] as const) {
    it(`exits with ${exitCode} after ${end}`, async () => {
      const { exitCode: found, stdout, stderr } = await runProgram(executable(), { args: argumentsOf(inputs) });
      expect({ found, stdout }).to.deep.equal({ found: exitCode, stdout: '' });
      expect(stderr).to.match(/^CRITICAL /m);
    });
  }

  it('exits with 3 when its budget is used up', async () => {
    const sandbox = await start();
    expect((await spawnIt({ config: settingsOf(sandbox, { max_calls: 3 }) }).done).exitCode).to.equal(3);
  });

  for (const [signal, exitCode] of [
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const) {
    it(`leaves a state and exits with ${exitCode} after ${signal}`, async () => {
      const sandbox = await start({ organizations: 20, latencyMs: 20 });
      const tap = spawnIt({ config: settingsOf(sandbox, { max_concurrency: 1 }) });
      await once(tap.child.stdout!, 'data');
      tap.child.kill(signal);
      const ended = await tap.done;
      expect({ exitCode: ended.exitCode, signal: ended.signal }).to.deep.equal({ exitCode, signal: null });
      expect(ended.messages.at(-1)?.type).to.equal('STATE');
    });
  }

  it('exits with 141, silently, when head has seen enough', async () => {
    const script = `"$0" --discover | head -n 1; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = await runProgram('bash', { args: ['-c', script, executable()] });
    expect(stderr).to.equal('');
    expect(stdout).to.match(/^\{.*\n141\n$/);
  });
}
