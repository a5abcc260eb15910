import { dirname } from 'node:path';
import { expect } from 'chai';
import { readPackageVersion } from '../../../src/package.js';
import { startPostgres, type PostgresServer } from '../postgres/server.js';
import { needPostgres, needTools } from '../support/needs.js';
import { constraintsOf, programOf } from '../tools/environment.js';
import { printedOf, scriptOf } from './blocks.js';
import { makeNewcomer, type Newcomer } from './newcomer.js';

describe('the commands of the README, as written and in its order', () => {
  let newcomer: Newcomer;

  afterEach(() => newcomer.leave());

  it('install the npm package and read the sandbox with it', async () => {
    newcomer = await makeNewcomer('npm');
    expectEnd(await newcomer.run(scriptOf('README.md', 'npm')), printedOf('README.md', 'npm'));
  });

  describe('for the wheel', () => {
    needTools('pipx', 'meltanolabs-postgres');
    needPostgres();
    let postgres: PostgresServer | undefined;

    before(async () => {
      postgres = await startPostgres();
    });

    after(async () => {
      await postgres?.stop();
    });

    it('install it with pipx', async () => {
      newcomer = await makeNewcomer('wheel');
      const env = { PATH: `${newcomer.home}/.local/bin:${dirname(programOf('pipx'))}:${process.env['PATH']}` };
      expect(await newcomer.run(scriptOf('README.md', 'pipx'), env)).to.include(
        `tap-linkedin-pages ${readPackageVersion()}\n`,
      );
    });

    it('lead from the wheel to rows in PostgreSQL, but for the port of the server', async () => {
      newcomer = await makeNewcomer('wheel');
      const { host, port, user, password, database } = postgres!.connection;
      const script = scriptOf('README.md', 'pip');
      expect(script).to.include('PGPORT=5432');
      const printed = await newcomer.run(script.replace('PGPORT=5432', `PGPORT=${port}`), {
        PGHOST: host,
        PGPORT: String(port),
        PGUSER: user,
        PGPASSWORD: password,
        PGDATABASE: database,
        PIP_CONSTRAINT: constraintsOf('meltanolabs-postgres'),
      });
      expectEnd(printed, printedOf('README.md', 'pip'));
    });
  });
});

/** Installers print lines of their own first, and psql blanks at the ends of lines. */
function expectEnd(printed: string, end: string): void {
  const lines = end.trimEnd().split('\n');
  const last = printed
    .trimEnd()
    .split('\n')
    .map((line) => line.trimEnd());
  expect(last.slice(-lines.length)).to.deep.equal(lines);
}
