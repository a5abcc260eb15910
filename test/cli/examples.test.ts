import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { packageRoot } from '../../src/package.js';
import { makeFolder } from '../support/folders.js';
import { FAMILIES } from '../../src/streams/families.js';
import { runCommand } from '../support/tap.js';

const ours = (path: string): string => readFileSync(new URL(path, packageRoot), 'utf8');

describe('examples', () => {
  it('copies examples, catalogs and the dbt package to a new folder, and says what they are', async () => {
    const folder = join(makeFolder(), 'new', 'examples');
    const { exitCode, stdout, stderr } = await runCommand(['examples', folder]);
    expect([exitCode, stderr]).to.deep.equal([0, '']);
    const parts = [
      'airflow',
      'catalogs',
      'dagster',
      'dashboard',
      'dbt',
      'kubernetes',
      'meltano',
      'nightly',
      'postgres',
    ];
    expect(readdirSync(folder).toSorted()).to.deep.equal(parts);
    expect(stdout.split('\n').map((line) => line.split('  ')[0])).to.have.members([
      ...parts.map((part) => join(folder, part)),
      '',
    ]);
    for (const [copy, original] of [
      ['meltano/meltano.yml', 'examples/meltano/meltano.yml'],
      ['catalogs/airbyte.json', 'catalog/airbyte.json'],
      ['dashboard/views/overview.py', 'examples/dashboard/views/overview.py'],
      ['dbt/dbt_project.yml', 'dbt/dbt_project.yml'],
    ] as const) {
      expect(readFileSync(join(folder, copy), 'utf8'), copy).to.equal(ours(original));
    }
    expect(statSync(join(folder, 'postgres/nightly.sh')).mode & 0o111).to.equal(0o111);
    expect(statSync(join(folder, 'meltano/hub.yml')).mode & 0o111).to.equal(0);
  });

  it("copies all of the project's examples, and nothing else", async () => {
    const folder = makeFolder();
    await runCommand(['examples', folder]);
    const kept = execFileSync('git', ['ls-files', 'examples', 'dbt', 'catalog'], {
      cwd: packageRoot,
      encoding: 'utf8',
    });
    const expected = kept
      .trimEnd()
      .split('\n')
      .map((path) => path.replace(/^examples\//, '').replace(/^catalog\//, 'catalogs/'));
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
      statSync(join(folder, path)).isFile(),
    );
    expect(files.toSorted()).to.deep.equal(expected.toSorted());
  });

  it('copies the same nightly steps for each engine', () => {
    const [one, other] = ['examples/airflow/dags/shards/', 'examples/dagster/shards/'].map((place) => {
      const names = readdirSync(new URL(place, packageRoot)).filter((name) => name.endsWith('.py'));
      return Object.fromEntries(names.toSorted().map((name) => [name, ours(place + name)]));
    });
    expect(Object.keys(one!)).to.have.length(4);
    expect(other).to.deep.equal(one);
  });

  it('has an asset in Dagster for each family of streams', () => {
    const [, listed = ''] = /^FAMILIES = (\[.*\])$/m.exec(ours('examples/dagster/telling.py')) ?? [];
    expect(JSON.parse(listed)).to.deep.equal(FAMILIES.map(({ page }) => page));
  });

  it('changes no existing file, and names those that differ', async () => {
    const folder = makeFolder();
    await runCommand(['examples', folder]);
    expect(await runCommand(['examples', folder])).to.include({ exitCode: 0, stderr: '' });
    const file = join(folder, 'meltano', 'meltano.yml');
    writeFileSync(file, 'mine');
    const { exitCode, stderr } = await runCommand(['examples', folder]);
    expect([exitCode, stderr]).to.deep.equal([0, `WARNING ${file} differs from the bundled file; it was kept.\n`]);
    expect(readFileSync(file, 'utf8')).to.equal('mine');
  });

  it('says where it cannot write, without a stack trace', async () => {
    const file = join(makeFolder(), 'a-file');
    writeFileSync(file, '');
    chmodSync(file, 0o400);
    const { exitCode, stdout, stderr } = await runCommand(['examples', file]);
    expect([exitCode, stdout]).to.deep.equal([1, '']);
    expect(stderr).to.match(/^CRITICAL \S+a-file\S+ cannot be written \(ENOTDIR\)\.\n$/);
  });

  it('asks for a folder if none is named, and copies nothing', async () => {
    const { exitCode, stderr } = await runCommand(['examples']);
    expect([exitCode, existsSync('meltano')]).to.deep.equal([2, false]);
    expect(stderr).to.match(/^CRITICAL .+\n$/);
  });
});
