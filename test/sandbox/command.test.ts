import { EventEmitter, once } from 'node:events';
import { PassThrough } from 'node:stream';
import { expect } from 'chai';
import yargs from 'yargs';
import { makeSandboxCommand, runSandbox, type SandboxArguments } from '../../src/cli/sandbox.js';

describe('sandbox: command', () => {
  const start = (args: Partial<SandboxArguments>) => {
    const io = { env: {}, stdout: new PassThrough(), stderr: new PassThrough(), signals: new EventEmitter() };
    return { ...io, exit: runSandbox({ port: 0, oauth: false, ...args }, io) };
  };

  for (const [signal, code] of [
    ['SIGHUP', 129],
    ['SIGINT', 130],
    ['SIGQUIT', 131],
    ['SIGTERM', 143],
  ] as const) {
    it(`prints a ready config, runs until ${signal}, and exits with ${code}`, async () => {
      const { stdout, stderr, signals, exit } = start({
        now: '2026-11-22T09:00:00Z',
        organizations: 5,
        versions: '202608,202609',
      });
      const [text] = (await once(stdout, 'data')) as [Buffer];
      const config = JSON.parse(text.toString()) as Record<string, string>;
      expect(config).to.include({ now: '2026-11-22T09:00:00.000Z', oauth_url: `${config['api_url']}/oauth/v2` });
      expect(config).to.have.property('access_token');
      expect(String(stderr.read())).to.match(/^Sandbox listening on http:\/\/127\.0\.0\.1:\d+\n.*\/sandbox\/control/);
      const shown = (await (await fetch(`${config['api_url']}/sandbox/control`)).json()) as Record<string, unknown>;
      expect(shown['versions']).to.deep.equal(['202608', '202609']);
      expect(shown['organizations']).to.have.length(5);
      signals.emit(signal, signal);
      expect(await exit).to.equal(code);
    });
  }

  it('is a yargs command that returns its exit code', async () => {
    const io = { env: {}, stdout: new PassThrough(), stderr: new PassThrough(), signals: new EventEmitter() };
    const codes: number[] = [];
    const command = makeSandboxCommand(io, { finish: (code) => codes.push(code) });
    const run = yargs(['sandbox', '--tier', 'development', '--latency', '5']).command(command).strict().parseAsync();
    const [text] = (await once(io.stdout, 'data')) as [Buffer];
    const { api_url } = JSON.parse(text.toString()) as Record<string, string>;
    const shown: unknown = await (await fetch(`${api_url}/sandbox/control`)).json();
    expect(shown).to.include({ tier: 'development', latencyMs: 5, seed: 1 });
    io.signals.emit('SIGINT', 'SIGINT');
    await run;
    expect(codes).to.deep.equal([130]);
  });

  it('takes any other option as JSON, and prints client and refresh token on request', async () => {
    const { stdout, signals, exit } = start({ oauth: true, options: '{"shuffle":true}' });
    const [text] = (await once(stdout, 'data')) as [Buffer];
    expect(JSON.parse(text.toString())).to.include.keys('client_id', 'client_secret', 'refresh_token');
    signals.emit('SIGTERM', 'SIGTERM');
    await exit;
  });

  for (const args of [{ options: '{"shufle":true}' }, { options: '{' }, { now: 'soon' }, { port: Number.NaN }]) {
    it(`says why it does not start with ${JSON.stringify(args)}, and exits with 1`, async () => {
      const { stdout, stderr, exit } = start(args);
      expect(await exit).to.equal(1);
      expect(String(stderr.read())).to.match(/^CRITICAL The sandbox did not start: .+\n$/);
      expect(stdout.read()).to.equal(null);
    });
  }
});
