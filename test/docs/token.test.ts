import { spawn } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { packageRoot } from '../../src/package.js';
import { scriptOf } from '../interop/readme/blocks.js';
import { makeFolder } from '../support/folders.js';
import { until } from '../support/process.js';
import { inspectOutput } from '../support/secrets.js';

/** The consent page, as login prints it. */
const PAGE = /^http:\/\/127\.0\.0\.1:\d+\/oauth\/v2\/authorization\S+$/m;

describe('docs/token.md', () => {
  it('shows a login on the sandbox whose tokens pass --test', async () => {
    const programs = makeFolder();
    symlinkSync(fileURLToPath(new URL('bin/tap-linkedin-pages.js', packageRoot)), join(programs, 'tap-linkedin-pages'));
    const cwd = makeFolder();
    const script = scriptOf('docs/token.md', 'login').replace('login --config', 'login --no-browser --port 0 --config');
    const child = spawn('bash', ['-c', script], {
      cwd,
      env: { PATH: [programs, dirname(process.execPath), process.env['PATH']].join(delimiter) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let told = '';
    let printed = '';
    child.stderr.on('data', (text: Buffer) => (told += text.toString()));
    child.stdout.on('data', (text: Buffer) => (printed += text.toString()));
    const ended = new Promise<number | null>((resolve) => void child.once('close', resolve));
    await until(() => PAGE.test(told) && told.includes('Waiting...'));
    const answer = await fetch(PAGE.exec(told)![0], {
      method: 'POST',
      body: new URLSearchParams({ decision: 'allow' }),
    });
    expect(await answer.text()).to.include('Login done');
    expect(await ended, told).to.equal(0);
    inspectOutput(told + printed);
    expect(printed).to.include('access token').and.include('Ready: a sync with these settings');
    expect(JSON.parse(readFileSync(join(cwd, 'config.json'), 'utf8'))).to.include.keys('access_token', 'refresh_token');
  });
});
