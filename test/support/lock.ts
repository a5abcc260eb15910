import { readFileSync } from 'node:fs';
import { packageRoot } from '../../src/package.js';

/** A package as package-lock.json has it. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

/** All that `npm ci` installs, by path. */
export function lockedPackages(): LockedPackage[] {
  const { packages } = JSON.parse(readFileSync(new URL('package-lock.json', packageRoot), 'utf8')) as {
    packages: Readonly<Record<string, Omit<LockedPackage, 'name'>>>;
  };
  return Object.entries(packages).flatMap(([path, entry]) =>
    path === '' ? [] : [{ ...entry, name: path.replace(/^.*node_modules\//, '') }],
  );
}

/** What the tap runs with. */
export function runtimePackages(): LockedPackage[] {
  return lockedPackages().filter(({ dev }) => dev !== true);
}
