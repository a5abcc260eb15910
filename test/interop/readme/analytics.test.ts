import { expect } from 'chai';
import { makeFolder } from '../../support/folders.js';
import { needPostgres, needTools } from '../support/needs.js';
import { linkPrograms } from '../support/path.js';
import { makeDatabase, postgresVariables } from '../support/postgres.js';
import { runProgram } from '../support/program.js';
import { constraintsOf } from '../tools/environment.js';
import { expectEnd, printedOf, scriptOf } from './blocks.js';
import { makeNewcomer } from './newcomer.js';

const PAGE = 'docs/analytics.md';

describe('the commands of docs/analytics.md, as written', () => {
  it('lead from the wheel, dbt and DuckDB to days, and to missing days', async () => {
    const newcomer = await makeNewcomer('wheel');
    const printed = await newcomer.run(`${scriptOf(PAGE, 'duckdb')}\n${scriptOf(PAGE, 'duckdb gap')}`, {
      env: { PIP_CONSTRAINT: constraintsOf('dbt') },
    });
    const shown = ['duckdb days', 'duckdb none', 'duckdb gap'].map((name) => printedOf(PAGE, name).trimEnd());
    expectEnd(printed.replaceAll(/\n\n+/g, '\n'), shown.join('\n'));
  });

  describe('on PostgreSQL', () => {
    needTools('dbt', 'meltanolabs-postgres', 'meltanolabs-csv', 'meltano', 'jsonl');
    needPostgres();

    it('answer questions about what the nightly example has loaded', async () => {
      const folder = makeFolder();
      const night = [scriptOf('docs/examples.md', 'nightly')];
      const script = [...night, scriptOf(PAGE, 'postgres')].join('\n');
      const { exitCode, stdout, stderr } = await runProgram('bash', {
        args: ['-c', `set -eo pipefail\ntrap 'kill $(jobs -p) 2>/dev/null || true' EXIT\n${script}`],
        cwd: folder,
        env: { PATH: linkPrograms(makeFolder()), ...postgresVariables(await makeDatabase()) },
      });
      expect(exitCode, stdout + stderr).to.equal(0);
      expectEnd(stdout.replaceAll(/\n\n+/g, '\n'), printedOf(PAGE, 'postgres').replaceAll(/\n\n+/g, '\n'));
    });
  });
});
