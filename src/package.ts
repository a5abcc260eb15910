import { readFileSync } from 'node:fs';

/** The folder of package.json, relative to the compiled file `dist/src/package.js`. */
export const packageRoot = new URL('../../', import.meta.url);

export function readPackageVersion(): string {
  const manifest = JSON.parse(readFileSync(new URL('package.json', packageRoot), 'utf8')) as { version: string };
  return manifest.version;
}
