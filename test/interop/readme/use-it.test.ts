import { dirname } from 'node:path';
import { expect } from 'chai';
import { readPackageVersion } from '../../../src/package.js';
import { needPostgres, needTools } from '../support/needs.js';
import { OFFLINE } from '../support/path.js';
import { makeDatabase, postgresVariables } from '../support/postgres.js';
import { constraintsOf, programOf } from '../tools/environment.js';
import { expectEnd, printedOf, scriptOf } from './blocks.js';
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

  describe('for PostgreSQL', () => {
    needTools('meltano', 'meltanolabs-postgres', 'pipx');
    needPostgres();

    it('lead from the wheel to rows, but for the port of the server', async () => {
      const newcomer = await makeNewcomer('wheel');
      const env = { ...postgresVariables(await makeDatabase()), PIP_CONSTRAINT: constraintsOf('meltanolabs-postgres') };
      const script = scriptOf('README.md', 'pip');
      expect(script).to.include('PGPORT=5432');
      const printed = await newcomer.run(script.replace('PGPORT=5432', `PGPORT=${env.PGPORT}`), { env });
      expectEnd(printed, printedOf('README.md', 'pip'));
    });

    it('lead from the wheel to rows with Meltano', async () => {
      const newcomer = await makeNewcomer('wheel');
      await newcomer.run(scriptOf('README.md', 'meltano project'), {
        path: [dirname(programOf('pipx'))],
        env: { PIP_CONSTRAINT: constraintsOf('meltano') },
      });
      const printed = await newcomer.run(scriptOf('README.md', 'meltano'), {
        env: {
          ...postgresVariables(await makeDatabase()),
          ...OFFLINE,
          UV_CONSTRAINT: constraintsOf('meltanolabs-postgres'),
        },
      });
      expectEnd(printed, printedOf('README.md', 'meltano'));
    });
  });
});
