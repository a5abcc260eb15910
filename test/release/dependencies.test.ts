import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { packageRoot } from '../../src/package.js';
import { lockedPackages, runtimePackages, type LockedPackage } from '../support/lock.js';

const PERMISSIVE = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];

/** Scripts that npm runs when a package is installed. */
const INSTALL_SCRIPTS = ['preinstall', 'install', 'postinstall'];

interface Manifest {
  readonly version: string;
  readonly license?: string;
  readonly scripts?: Readonly<Record<string, string>>;
}

const manifestOf = ({ path }: LockedPackage): Manifest =>
  JSON.parse(readFileSync(new URL(`${path}/package.json`, packageRoot), 'utf8')) as Manifest;

describe('the packages that the tap runs with', () => {
  it('are installed as in the lock file', () => {
    expect(runtimePackages()).to.have.length.above(10);
    for (const locked of runtimePackages()) {
      const { version, license } = manifestOf(locked);
      expect({ version, license }, locked.path).to.deep.equal({ version: locked.version, license: locked.license });
    }
  });

  it('are under permissive licenses', () => {
    const others = runtimePackages().filter(({ license = '' }) => !PERMISSIVE.includes(license));
    expect(others).to.deep.equal([]);
  });

  it('run no scripts when they are installed', () => {
    const scripts = runtimePackages().flatMap((locked) => {
      const found = INSTALL_SCRIPTS.filter((name) => manifestOf(locked).scripts?.[name] !== undefined);
      const builds = existsSync(new URL(`${locked.path}/binding.gyp`, packageRoot)) ? ['binding.gyp'] : [];
      return [...found, ...builds].map((what) => `${locked.path}: ${what}`);
    });
    expect(scripts).to.deep.equal([]);
  });
});

describe('the lock file', () => {
  it('has a digest of every package, all from the registry', () => {
    expect(lockedPackages().filter(({ integrity = '' }) => !integrity.startsWith('sha512-'))).to.deep.equal([]);
    expect(lockedPackages().filter(({ resolved }) => resolved !== undefined)).to.deep.equal([]);
  });

  it('needs no install scripts, so that set-up can disable them', () => {
    expect(lockedPackages().filter(({ hasInstallScript }) => hasInstallScript)).to.deep.equal([]);
  });

  it('matches the exact versions in package.json', () => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(new URL('package.json', packageRoot), 'utf8'),
    ) as Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>>>;
    const wanted = Object.entries({ ...dependencies, ...devDependencies });
    const locked = new Map(lockedPackages().map(({ path, version }) => [path, version]));
    expect(wanted.map(([name]) => [name, locked.get(`node_modules/${name}`)])).to.deep.equal(wanted);
  });
});
