import { join } from 'node:path';
import { runProgram, type Ended } from '../support/program.js';
import { installOnce } from '../support/registry.js';
import type { Image } from './containerfile.js';

/** Folders of this machine that a Python base image does not have: programs in it see them empty. */
const HIDDEN = ['/root', '/usr/lib/node_modules', '/usr/local/lib/node_modules'];
/** Programs that it does not have. */
const REMOVED = ['/usr/bin/node', '/usr/local/bin/node'];

/** PATH of the base image. */
const BASE_PATH = '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin';

/** Files for looking up hosts, which are often mounts over an empty file. */
const MOUNTED = ['/etc/resolv.conf', '/etc/hosts'];

/** Whether this process may mount and change its root. */
export async function mayChangeRoot(folder: string): Promise<boolean> {
  const { exitCode } = await runProgram('bash', { args: ['-c', inRoot(folder, 'true')] });
  return exitCode === 0;
}

/**
 * Carries out the steps of an image in a copy of this machine, where only changes are written, to `folder`. `COPY`
 * copies `file`, whatever the Containerfile calls it.
 */
export async function buildInRoot(folder: string, { steps }: Image, file: string): Promise<void> {
  const scripts = steps.flatMap(({ kind, text }) => {
    if (kind === 'RUN') return [`PATH=${BASE_PATH} HOME=/tmp chroot "$root" sh -ec ${quote(text)}`];
    if (kind === 'COPY') return [`cp ${quote(file)} "$root${text.split(' ').at(-1)}"`];
    return [];
  });
  const remove = REMOVED.map((path) => `rm -f "$root${path}"`);
  await installOnce('bash', { args: ['-c', inRoot(folder, [...remove, ...scripts].join('\n'))] });
}

/** Runs a program as the image would, with these variables in addition to its own. */
export async function runInRoot(
  folder: string,
  { env, user, folder: home }: Image,
  { args, variables = {} }: { args: readonly string[]; variables?: Readonly<Record<string, string>> },
): Promise<Ended> {
  const set = Object.entries({ ...env, ...variables }).map(([name, value]) => quote(`${name}=${value}`));
  const command = `cd ${home} && exec ${args.map(quote).join(' ')}`;
  const script = `chroot --userspec=${user}:${user} "$root" env -i ${set.join(' ')} sh -c ${quote(command)}`;
  return await runProgram('bash', { args: ['-c', inRoot(folder, script)] });
}

/** Wraps a script in its own mounts, which disappear with the shell. */
function inRoot(folder: string, script: string): string {
  const [upper, work, root] = ['upper', 'work', 'root'].map((name) => join(folder, name));
  const setUp = [
    'set -e',
    // As image builders set it.
    'umask 022',
    `mkdir -p ${upper} ${work} ${root}`,
    `root=${root}`,
    `mount -t overlay overlay -o lowerdir=/,upperdir=${upper},workdir=${work} "$root"`,
    'mount --rbind /dev "$root/dev"',
    'mount --rbind /proc "$root/proc"',
    ...HIDDEN.map((path) => `if [ -d ${path} ]; then mount -t tmpfs tmpfs "$root${path}"; fi`),
    ...MOUNTED.map((path) => `if mountpoint -q ${path}; then mount --bind ${path} "$root${path}"; fi`),
  ];
  return `exec unshare --mount --propagation private bash -c ${quote([...setUp, script].join('\n'))}`;
}

const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
