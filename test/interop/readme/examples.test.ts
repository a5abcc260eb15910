import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { packageRoot } from '../../../src/package.js';
import { makeFolder } from '../../support/folders.js';
import type { Connection } from '../postgres/server.js';
import { needPostgres, needTools } from '../support/needs.js';
import { linkPrograms } from '../support/path.js';
import { askPostgres, makeDatabase, postgresVariables } from '../support/postgres.js';
import { runProgram } from '../support/program.js';
import { programOf } from '../tools/environment.js';
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
    expectEnd(await runExamples('sandbox', 'csv'), printedOf(PAGE, 'csv'));
  });

  it('load PostgreSQL every night, and answer questions in SQL', async () => {
    expectEnd(await runExamples('sandbox', 'nightly'), printedOf(PAGE, 'nightly'));
    expectEnd(await runExamples('views'), printedOf(PAGE, 'views'));
  });

  it('tell cron of a night that did not bring everything, with the exit code of the tap', async () => {
    const { exitCode, stdout, stderr } = await runShell(`${scriptOf(PAGE, 'sandbox')}
      cp examples/postgres/nightly.sh .
      sed 's/"api_url"/"max_calls": 3, "api_url"/' sandbox.json > config.json
      ${targetSettings()}
      ./nightly.sh`);
    expect([exitCode, stdout], stderr).to.deep.equal([3, '']);
    expect(stderr).to.include('Stopped after 3 calls (max_calls).');
  });

  describe('with PipelineWise’s target', () => {
    needTools('pipelinewise-postgres');

    it('answer the same, from columns whose names are in lower case', async () => {
      const other = await makeDatabase();
      const { exitCode, stderr } = await runShell(
        `${scriptOf(PAGE, 'sandbox')}
      cat > target.json <<END
${JSON.stringify({ ...pipelinewise(other), default_target_schema: 'linkedin', data_flattening_max_level: 3 })}
END
      tap-linkedin-pages --config sandbox.json | '${programOf('pipelinewise-postgres')}' --config target.json > state.json
      ${FOLDED} examples/postgres/views.sql > views.sql
      psql --quiet --set ON_ERROR_STOP=1 --file views.sql`,
        other,
      );
      expect(exitCode, stderr).to.equal(0);
      for (const view of viewNames()) {
        const rows = `SELECT * FROM reports.${view}`;
        const statement = `SELECT count(*) AS rows, md5(string_agg(t::text, ',' ORDER BY t::text)) AS sum FROM (${
          view === 'best_posts'
            ? rows.replace('*', 'organization_id, month, place, interactions, published, post')
            : rows
        }) AS t`;
        expect(await askPostgres(other, statement), view).to.deep.equal(await askPostgres(database, statement));
      }
    });
  });

  /** Runs what the page marks with these names, one after the other. */
  async function runExamples(...names: readonly string[]): Promise<string> {
    const { exitCode, stdout, stderr } = await runShell(names.map((name) => scriptOf(PAGE, name)).join('\n'));
    expect(exitCode, stderr).to.equal(0);
    return stdout;
  }

  async function runShell(script: string, connection = database): ReturnType<typeof runProgram> {
    const folder = makeFolder();
    cpSync(new URL('examples', packageRoot), join(folder, 'examples'), { recursive: true });
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

const VIEWS = fileURLToPath(new URL('examples/postgres/views.sql', packageRoot));

/** As the file says that it is made fit for PipelineWise's target. */
const FOLDED = /^-- +(sed .*) views\.sql$/m.exec(readFileSync(VIEWS, 'utf8'))![1]!;

const viewNames = (): string[] =>
  [...readFileSync(VIEWS, 'utf8').matchAll(/VIEW reports\.(\w+)/g)].map(([, name]) => name!);

function pipelinewise({ database: dbname, ...connection }: Connection): object {
  return { ...connection, dbname };
}
