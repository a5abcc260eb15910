import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { packageRoot } from '../../src/package.js';
import type { Sandbox } from '../../src/sandbox/index.js';
import { makeFolder } from '../support/folders.js';
import { settingsOf, useSandbox } from '../support/sandboxes.js';

const SCRIPT = fileURLToPath(new URL('examples/nightly/nightly.sh', packageRoot));
const TAP = fileURLToPath(new URL('bin/tap-linkedin-pages.js', packageRoot));
/** Keeps what it reads, and prints the states, as a target does. */
const TARGET = `#!/bin/sh
tee -a loaded.jsonl | sed -n 's/^{"type":"STATE","value":\\(.*\\)}$/\\1/p'
`;
const STREAMS = { benchmark_organization_ids: null, start_date: '3 days ago' };

describe('nightly.sh for many connections', () => {
  const start = useSandbox();
  let home: string;

  before(function () {
    if (spawnSync('flock', ['--version']).status !== 0) this.skip();
  });

  beforeEach(() => {
    home = makeFolder();
    mkdirSync(join(home, 'venv/bin'), { recursive: true });
    copyFileSync(SCRIPT, join(home, 'nightly.sh'));
    writeFileSync(join(home, 'venv/bin/tap-linkedin-pages'), `#!/bin/sh\nexec '${process.execPath}' '${TAP}' "$@"\n`, {
      mode: 0o755,
    });
    writeFileSync(join(home, 'venv/bin/target-made-up'), TARGET, { mode: 0o755 });
    writeFileSync(join(home, 'target.json'), '{}');
  });

  const folderOf = (name: string): string => join(home, 'connections', name);

  function connect(name: string, sandbox: Sandbox, settings: object = {}): void {
    mkdirSync(folderOf(name), { recursive: true });
    const config = JSON.stringify(settingsOf(sandbox, { ...STREAMS, ...settings }));
    writeFileSync(join(folderOf(name), 'config.json'), config, { mode: 0o600 });
  }

  async function runNight(...args: string[]): Promise<{ exitCode: number | null; said: string }> {
    const { PATH = '' } = process.env;
    const env = { PATH, TARGET: 'target-made-up', JOBS: '3' };
    return await new Promise((resolve) => {
      const child = execFile('bash', [join(home, 'nightly.sh'), ...args], { env }, (_, stdout, stderr) =>
        resolve({ exitCode: child.exitCode, said: stdout + stderr }),
      );
    });
  }

  const loaded = (name: string): string => readFileSync(join(folderOf(name), 'loaded.jsonl'), 'utf8');

  it('reads each with its own token and state, and names it in every record', async () => {
    connect('northwind', await start({ organizations: 1 }));
    connect('fabrikam', await start({ organizations: 2 }));
    expect(await runNight()).to.deep.equal({ exitCode: 0, said: '' });
    for (const name of ['northwind', 'fabrikam']) {
      expect(loaded(name)).to.include(`"connection":"${name}"`);
      const state = JSON.parse(readFileSync(join(folderOf(name), 'state.json'), 'utf8')) as { bookmarks: object };
      expect(state.bookmarks).to.not.be.empty;
    }
  });

  it('combines the exit codes: 1 if one failed, 3 if limits stopped some, 0 if all are complete', async () => {
    const [fine, expired, limited] = [await start(), await start(), await start()];
    connect('fine', fine);
    connect('expired', expired, { access_token: 'made-up-expired-token' });
    connect('limited', limited, { max_calls: 3 });
    const first = await runNight();
    expect(first.exitCode).to.equal(1);
    expect(first.said.match(/^\w+ ended with \d+:$/gm)).to.have.members([
      'expired ended with 1:',
      'limited ended with 3:',
    ]);
    expect(first.said).to.include('re-authenticate').and.include('Stopped after 3 calls');
    expect(loaded('fine')).to.include('"stream":"posts"');
    connect('expired', expired);
    const second = await runNight();
    expect(second.exitCode).to.equal(3);
    expect(second.said).to.match(/^limited ended with 3:/);
    connect('limited', limited);
    expect(await runNight()).to.deep.equal({ exitCode: 0, said: '' });
  });

  it('skips a connection whose previous run is still under way', async () => {
    connect('slow', await start({ organizations: 1 }));
    connect('other', await start({ organizations: 1 }));
    const holder = spawn('flock', [join(folderOf('slow'), 'lock'), '-c', 'echo held; read line'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    const { exitCode, said } = await runNight();
    holder.stdin.end();
    expect({ exitCode, said }).to.deep.equal({
      exitCode: 1,
      said: 'slow ended with 1:\nThe previous run is still running.\n',
    });
    expect(existsSync(join(folderOf('slow'), 'loaded.jsonl'))).to.be.false;
    expect(loaded('other')).to.include('RECORD');
  });

  it('reads only those that are named', async () => {
    connect('northwind', await start({ organizations: 1 }));
    connect('fabrikam', await start({ organizations: 1 }));
    expect((await runNight('fabrikam')).exitCode).to.equal(0);
    expect(existsSync(join(folderOf('northwind'), 'loaded.jsonl'))).to.be.false;
  });

  it('says so if there are none', async () => {
    expect((await runNight()).exitCode).to.equal(1);
  });
});
