import { dirname } from 'node:path';
import { expect } from 'chai';
import { readPackageVersion } from '../../../src/package.js';
import { needPostgres, needTools } from '../support/needs.js';
import { OFFLINE } from '../support/path.js';
import { makeDatabase, postgresVariables } from '../support/postgres.js';
import { constraintsOf, programOf } from '../tools/environment.js';
import { expectEnd, printedOf, scriptOf } from './blocks.js';
import { makeNewcomer } from './newcomer.js';

const INSTALL = 'docs/install.md';
const MELTANO = 'docs/meltano.md';

describe('the commands of the README and the pages that it links to, as written', () => {
  it('run the npm package without installing it, and show a preview on a terminal', async () => {
    const newcomer = await makeNewcomer('npm');
    const command = scriptOf('README.md', 'npx').trim();
    const shown = await newcomer.run(`script -qec 'stty cols 100; ${command}' /dev/null`);
    expect(shown).to.include('4,869 records of 29 streams');
    expectEnd(await newcomer.run(`${scriptOf(INSTALL, 'npx').trim()} | tail -n 1 | grep -c '"STATE"'`), '1');
  });

  it('install the npm package and read the sandbox with it', async () => {
    const newcomer = await makeNewcomer('npm');
    expectEnd(await newcomer.run(scriptOf(INSTALL, 'npm')), printedOf(INSTALL, 'npm'));
  });

  describe('for uv', () => {
    needTools('meltano');

    it('run the wheel without installing it', async () => {
      const newcomer = await makeNewcomer('wheel');
      const script = `${scriptOf(INSTALL, 'uvx').trim()} | tail -n 1 | grep -c '"STATE"'`;
      // Meltano comes with uv.
      expectEnd(await newcomer.run(script, { path: [dirname(programOf('meltano'))] }), '1');
    });
  });

  describe('for pipx', () => {
    needTools('pipx');

    it('install the wheel', async () => {
      const newcomer = await makeNewcomer('wheel');
      const printed = await newcomer.run(scriptOf(INSTALL, 'pipx'), { path: [dirname(programOf('pipx'))] });
      expectEnd(printed, `tap-linkedin-pages ${readPackageVersion()}`);
    });
  });

  describe('for PostgreSQL', () => {
    needTools('meltano', 'meltanolabs-postgres', 'pipx');
    needPostgres();

    it('lead from the wheel to rows, with another port for the server', async () => {
      const newcomer = await makeNewcomer('wheel');
      const env = { ...postgresVariables(await makeDatabase()), PIP_CONSTRAINT: constraintsOf('meltanolabs-postgres') };
      const script = `${scriptOf('docs/targets.md', 'server')}\n${scriptOf('README.md', 'pip')}`;
      expect(script).to.include('PGPORT=5432');
      const printed = await newcomer.run(script.replace('PGPORT=5432', `PGPORT=${env.PGPORT}`), { env });
      expectEnd(printed, printedOf('README.md', 'pip'));
    });

    it('lead from the wheel to rows with Meltano', async () => {
      const newcomer = await makeNewcomer('wheel');
      await newcomer.run(scriptOf(MELTANO, 'meltano project'), {
        path: [dirname(programOf('pipx'))],
        env: { PIP_CONSTRAINT: constraintsOf('meltano') },
      });
      const script = scriptOf(MELTANO, 'meltano');
      const [exported = ''] = /^export PG.*$/m.exec(script) ?? [];
      expect(scriptOf('README.md', 'pip')).to.include(exported);
      const printed = await newcomer.run(script.replace(exported, ''), {
        env: {
          ...postgresVariables(await makeDatabase()),
          ...OFFLINE,
          UV_CONSTRAINT: constraintsOf('meltanolabs-postgres'),
        },
      });
      expectEnd(printed, printedOf(MELTANO, 'meltano'));
    });
  });
});
