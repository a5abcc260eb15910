import { dirname } from 'node:path';
import { expect } from 'chai';
import { readPackageVersion } from '../../../src/package.js';
import { needPostgres, needTools } from '../support/needs.js';
import { usePostgres } from '../support/postgres.js';
import { constraintsOf, programOf } from '../tools/environment.js';
import { printedOf, scriptOf } from './blocks.js';
import { makeNewcomer } from './newcomer.js';

describe('the commands of the README, as written and in its order', () => {
  it('install the npm package and read the sandbox with it', async () => {
    const newcomer = await makeNewcomer('npm');
    expectEnd(await newcomer.run(scriptOf('README.md', 'npm')), printedOf('README.md', 'npm'));
  });

  describe('for pipx', () => {
    needTools('pipx');

    it('install the wheel', async () => {
      const newcomer = await makeNewcomer('wheel');
      const printed = await newcomer.run(scriptOf('README.md', 'pipx'), { path: [dirname(programOf('pipx'))] });
      expectEnd(printed, `tap-linkedin-pages ${readPackageVersion()}`);
    });
  });

  describe('for pip and PostgreSQL', () => {
    needTools('meltanolabs-postgres');
    needPostgres();

    it('lead from the wheel to rows, but for the port of the server', async () => {
      const newcomer = await makeNewcomer('wheel');
      const { host, port, user, password, database } = await usePostgres();
      const script = scriptOf('README.md', 'pip');
      expect(script).to.include('PGPORT=5432');
      const env = {
        PGHOST: host,
        PGPORT: String(port),
        PGUSER: user,
        PGPASSWORD: password,
        PGDATABASE: database,
        PIP_CONSTRAINT: constraintsOf('meltanolabs-postgres'),
      };
      const printed = await newcomer.run(script.replace('PGPORT=5432', `PGPORT=${port}`), { env });
      expectEnd(printed, printedOf('README.md', 'pip'));
    });
  });
});

/** Installers print lines of their own first, and psql blanks at the ends of lines. */
function expectEnd(printed: string, end: string): void {
  const lines = end.trimEnd().split('\n');
  const last = printed.trimEnd().split('\n').slice(-lines.length);
  expect(last.map((line) => line.trimEnd())).to.deep.equal(lines);
}
