import { expect } from 'chai';
import { makeFolder } from '../../support/folders.js';
import type { Connection } from '../postgres/server.js';
import { needPostgres, needTools } from '../support/needs.js';
import { linkPrograms } from '../support/path.js';
import { makeDatabase, postgresVariables } from '../support/postgres.js';
import { runProgram } from '../support/program.js';
import { expectEnd, printedOf, scriptOf } from './blocks.js';

const PAGE = 'docs/examples.md';

describe('the examples', () => {
  needTools('meltano', 'meltanolabs-postgres', 'meltanolabs-csv', 'jsonl');
  needPostgres();
  let database: Connection;

  before(async () => {
    database = await makeDatabase();
  });

  it('load CSV files in one line', async () => {
    expectEnd(await runExamples('csv'), printedOf(PAGE, 'csv'));
  });

  it('load PostgreSQL every night', async () => {
    expectEnd(await runExamples('nightly'), printedOf(PAGE, 'nightly'));
  });

  it('notify cron of an incomplete night, with the tap’s exit code', async () => {
    const { exitCode, stdout, stderr } = await runShell(`
      tap-linkedin-pages examples examples > /dev/null
      cp examples/postgres/nightly.sh .
      ${targetSettings()}
      tap-linkedin-pages sandbox --now 2026-11-22T09:00:00Z -- sh -c '
        sed "s/\\"api_url\\"/\\"max_calls\\": 3, \\"api_url\\"/" "$SANDBOX_CONFIG" > config.json
        exec ./nightly.sh'`);
    expect([exitCode, stdout], stderr).to.deep.equal([3, '']);
    expect(stderr).to.include('Stopped after 3 calls (max_calls).');
  });

  /** Runs the blocks that the page marks with these names, one after the other. */
  async function runExamples(...names: readonly string[]): Promise<string> {
    const { exitCode, stdout, stderr } = await runShell(names.map((name) => scriptOf(PAGE, name)).join('\n'));
    expect(exitCode, stderr).to.equal(0);
    return stdout;
  }

  async function runShell(script: string, connection = database): ReturnType<typeof runProgram> {
    const folder = makeFolder();
    return await runProgram('bash', {
      args: ['-c', `set -eo pipefail\ntrap 'kill $(jobs -p) 2>/dev/null || true' EXIT\n${script}`],
      cwd: folder,
      env: { PATH: linkPrograms(makeFolder()), ...postgresVariables(connection) },
    });
  }
});

/** The part of the nightly example that writes target.json. */
function targetSettings(): string {
  return /^cat > target\.json[^]*?^END$/m.exec(scriptOf(PAGE, 'nightly'))![0];
}
