import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { packageRoot } from '../../src/package.js';
import { daysLater, settingsOf } from '../support/sandboxes.js';
import { makeFolder } from '../support/folders.js';
import { needTools } from './support/needs.js';
import { runProgram } from './support/program.js';
import { startWholeSandbox, syncAll, useWholeSync } from './support/syncs.js';
import { programOf } from './tools/environment.js';

describe('singer-check-tap', () => {
  needTools('singer-tools');
  const check = programOf('singer-tools');

  it('accepts a sync of every stream, and the sync with its state a day later', async () => {
    const sandbox = await startWholeSandbox();
    try {
      const first = await syncAll(sandbox);
      sandbox.set({ now: daysLater(1) });
      const second = await syncAll(sandbox, { state: JSON.stringify(first.state) });
      for (const { stdout } of [first, second]) {
        const { exitCode, stderr, stdout: said } = await runProgram(check, { input: stdout });
        expect(exitCode, stderr + said).to.equal(0);
        expect(said).to.include('share_statistics_time_bound');
      }
    } finally {
      await sandbox.close();
    }
  });

  it('accepts flattened messages', async () => {
    const { flattened } = await useWholeSync();
    const { exitCode, stderr } = await runProgram(check, { input: flattened.stdout });
    expect(exitCode, stderr).to.equal(0);
  });

  it('rejects a record that its schema does not allow', async () => {
    const { plain } = await useWholeSync();
    const spoiled = plain.stdout.replace(/"time_range_start":"[^"]*"/, '"time_range_start":12');
    expect((await runProgram(check, { input: spoiled })).exitCode).to.equal(1);
  });

  it('accepts the tap when running it, without and with state', async () => {
    const { sandbox } = await useWholeSync();
    const folder = makeFolder();
    const config = join(folder, 'config.json');
    writeFileSync(config, JSON.stringify(settingsOf(sandbox)));
    const { exitCode, stderr, stdout } = await runProgram(check, {
      args: ['--tap', lingeringTap(folder), '--config', config],
      cwd: folder,
    });
    expect(exitCode, stderr + stdout).to.equal(0);
  });
});

/** singer-check-tap takes the tap's exit for the end of its output, and usually misses what is still in the pipe. */
function lingeringTap(folder: string): string {
  const path = join(folder, 'tap');
  const tap = fileURLToPath(new URL('bin/tap-linkedin-pages.js', packageRoot));
  writeFileSync(path, `#!/bin/sh\n'${process.execPath}' '${tap}' "$@"\nstatus=$?\nexec >&-\nsleep 2\nexit $status\n`);
  chmodSync(path, 0o755);
  return path;
}
