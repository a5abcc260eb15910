import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { makeFolder } from '../../support/folders.js';
import { packageOf, type PackageKind } from '../packages/build.js';
import { installOnce } from '../support/registry.js';

interface Surroundings {
  readonly env?: Readonly<Record<string, string>>;
  /** Folders of programs that are already installed. */
  readonly path?: readonly string[];
}

/** A new user, whose home contains nothing but the package that the page starts with. */
export interface Newcomer {
  /** Runs a script as if typed into bash, up to the first command that fails, and returns what it printed. */
  run(script: string, surroundings?: Surroundings): Promise<string>;
}

export async function makeNewcomer(kind: PackageKind): Promise<Newcomer> {
  const home = makeFolder();
  const packaged = await packageOf(kind);
  copyFileSync(packaged, join(home, basename(packaged)));
  writeStandIns(join(home, 'stand-ins'));
  const own = ['stand-ins', 'prefix/bin', '.local/bin'].map((place) => join(home, place));
  return {
    run: async (script, { env = {}, path = [] } = {}) =>
      await installOnce('bash', {
        // Ends whatever the script has left in the background.
        args: ['-c', `set -eo pipefail\ntrap 'kill $(jobs -p) 2>/dev/null || true' EXIT\n${script}`],
        cwd: home,
        env: {
          HOME: home,
          npm_config_prefix: join(home, 'prefix'),
          PATH: [...own, ...path, dirname(process.execPath), process.env['PATH']].join(delimiter),
          ...env,
        },
      }),
  };
}

/** Writes stand-ins for programs that need root: server and venv exist already, or the test would not run. */
function writeStandIns(folder: string): void {
  mkdirSync(folder);
  const scripts = { sudo: 'if [ "$1" = -u ]; then shift 2; fi\nexec "$@"', 'apt-get': 'exit 0', service: 'exit 0' };
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }
}
