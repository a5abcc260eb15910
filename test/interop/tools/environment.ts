import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { packageRoot } from '../../../src/package.js';
import { toolOf, type ToolName } from './table.js';

/** The folder with the virtual environments: `.interop` in the checkout, or `INTEROP_CACHE`. */
export function cacheFolder(): string {
  return process.env['INTEROP_CACHE'] ?? fileURLToPath(new URL('.interop', packageRoot));
}

export const environmentOf = (name: ToolName): string => join(cacheFolder(), name);

/** A file written when an environment is complete, with the fingerprint of its contents. */
export const stampOf = (name: ToolName): string => join(environmentOf(name), 'installed');

export function constraintsOf(name: ToolName): string {
  const { lock = `test/interop/tools/constraints/${name}.txt` } = toolOf(name);
  return fileURLToPath(new URL(lock, packageRoot));
}

/** A hash of everything that determines what is installed. */
export function fingerprintOf(name: ToolName): string {
  return createHash('sha256')
    .update(JSON.stringify(toolOf(name)))
    .update(readFileSync(constraintsOf(name)))
    .digest('hex');
}

export function isInstalled(name: ToolName): boolean {
  return existsSync(stampOf(name)) && readFileSync(stampOf(name), 'utf8') === fingerprintOf(name);
}

/** Path of a program in a tool's environment, by default its own. */
export function programOf(name: ToolName, executable: string = toolOf(name).executable): string {
  return join(environmentOf(name), 'bin', executable);
}
