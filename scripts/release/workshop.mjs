// Shared by the scripts that build packages: where things are, and how to run other programs.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where packages go: `release`, or the folder in `RELEASE_FOLDER`. */
export const releaseFolder = process.env.RELEASE_FOLDER ?? join(root, 'release');

/**
 * Runs a program and returns its stdout.
 *
 * @throws Error with all its output if it fails
 */
export function run(command, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  });
  if (status !== 0) {
    throw new Error(`${command} ${args.join(' ')} failed.\n${error?.message ?? ''}${stdout}${stderr}`);
  }
  return stdout;
}

/** Packs what npm would publish and returns the tarball's path. */
export function packForNpm(folder) {
  mkdirSync(folder, { recursive: true });
  const [{ filename }] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder]));
  return join(folder, filename);
}
