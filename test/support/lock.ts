import { readFileSync } from 'node:fs';
import { packageRoot } from '../../src/package.js';

/** A package in package-lock.json. */
export interface LockedPackage {
  /** Where it is installed, relative to the root of the checkout. */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

/** All packages in the lock file, for every system. */
export function lockedPackages(): LockedPackage[] {
  const { packages } = JSON.parse(readFileSync(new URL('package-lock.json', packageRoot), 'utf8')) as {
    packages: Readonly<Record<string, Omit<LockedPackage, 'name' | 'path'>>>;
  };
  return Object.entries(packages).flatMap(([path, entry]) =>
    path === '' ? [] : [{ ...entry, path, name: path.replace(/^.*node_modules\//, '') }],
  );
}

/** The packages that the tap runs with. */
export function runtimePackages(): LockedPackage[] {
  return lockedPackages().filter(({ dev }) => dev !== true);
}
