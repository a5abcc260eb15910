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

  describe('for PostgreSQL', () => {
    needTools('meltano', 'meltanolabs-postgres', 'pipx');
    needPostgres();

    it('lead from the wheel to rows, but for the port of the server', async () => {
      const newcomer = await makeNewcomer('wheel');
      const env = { ...(await postgresVariables()), PIP_CONSTRAINT: constraintsOf('meltanolabs-postgres') };
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
        env: { ...(await postgresVariables()), ...QUIET_MELTANO, UV_CONSTRAINT: constraintsOf('meltanolabs-postgres') },
      });
      expectEnd(printed, printedOf('README.md', 'meltano'));
    });
  });
});

/** No usage statistics, no look for a newer version, and a Hub that does not answer: none of them is needed. */
const QUIET_MELTANO = {
  MELTANO_SEND_ANONYMOUS_USAGE_STATS: 'false',
  MELTANO_CLI_DISABLE_VERSION_CHECK: 'true',
  MELTANO_HUB_URL: 'http://127.0.0.1:9',
};

async function postgresVariables(): Promise<
  Record<'PGHOST' | 'PGPORT' | 'PGUSER' | 'PGPASSWORD' | 'PGDATABASE', string>
> {
  const { host, port, user, password, database } = await usePostgres();
  return { PGHOST: host, PGPORT: String(port), PGUSER: user, PGPASSWORD: password, PGDATABASE: database };
}

/** Installers print lines of their own first, and psql blanks at the ends of lines. */
function expectEnd(printed: string, end: string): void {
  const lines = end.trimEnd().split('\n');
  const last = printed.trimEnd().split('\n').slice(-lines.length);
  expect(last.map((line) => line.trimEnd())).to.deep.equal(lines);
}
