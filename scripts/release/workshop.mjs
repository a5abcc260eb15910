// What the makers of packages share: where things are, and how other programs are run.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where packages end up: `release`, or what `RELEASE_FOLDER` says. */
export const releaseFolder = process.env.RELEASE_FOLDER ?? join(root, 'release');

/** Runs a program to its end and returns what it printed; throws with all it said when it fails. */
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

/** Packs what npm would publish, and returns the path of the tarball. */
export function packForNpm(folder) {
  mkdirSync(folder, { recursive: true });
  const [{ filename }] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder]));
  return join(folder, filename);
}
