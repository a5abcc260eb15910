import { fileURLToPath } from 'node:url';
import { packageRoot } from '../../../src/package.js';
import { makeFolder } from '../../support/folders.js';
import { install } from '../support/registry.js';

export type PackageKind = 'npm' | 'wheel';

const built = new Map<PackageKind, Promise<string>>();

/** Path of this checkout's package, as it would be published. Built once, and removed when the suite ends. */
export async function packageOf(kind: PackageKind): Promise<string> {
  const making = built.get(kind) ?? buildPackage(kind, makeFolder());
  built.set(kind, making);
  return await making;
}

/** Builds a package as `npm run build:<kind>` does, into a given folder. */
export async function buildPackage(kind: PackageKind, into: string): Promise<string> {
  const script = fileURLToPath(new URL(`scripts/release/${kind}.mjs`, packageRoot));
  const printed = await install(process.execPath, { args: [script], env: { RELEASE_FOLDER: into } });
  return printed.trim().split('\n').at(-1)!;
}
