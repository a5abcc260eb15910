import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { installerEnvironment, install } from '../support/registry.js';
import { packageOf, type PackageKind } from '../packages/build.js';

/** Someone with a home of their own, in which nothing is, who has got the package that the page begins with. */
export interface Newcomer {
  readonly home: string;
  /** Runs a script as typed into bash, up to the first command that fails, and returns what it printed. */
  run(script: string, env?: Readonly<Record<string, string>>): Promise<string>;
  leave(): void;
}

export async function makeNewcomer(kind: PackageKind): Promise<Newcomer> {
  const home = mkdtempSync(join(tmpdir(), 'tap-linkedin-pages-newcomer-'));
  const packaged = await packageOf(kind);
  copyFileSync(packaged, join(home, basename(packaged)));
  writeStandIns(join(home, 'stand-ins'));
  const places = ['stand-ins', 'prefix/bin', '.local/bin'].map((place) => join(home, place));
  const { PATH = '' } = process.env;
  const own = {
    HOME: home,
    npm_config_prefix: join(home, 'prefix'),
    PATH: [...places, dirname(process.execPath), PATH].join(delimiter),
  };
  return {
    home,
    run: async (script, env) => {
      const whole = `set -eo pipefail\ntrap 'kill $(jobs -p) 2>/dev/null || true' EXIT\n${script}`;
      return await install('bash', {
        args: ['-c', whole],
        cwd: home,
        env: { ...installerEnvironment(), ...own, ...env },
      });
    },
    leave: () => rmSync(home, { recursive: true, force: true }),
  };
}

/** Server and venv are there already, or the test would not run: nothing is left to do for those who need root. */
function writeStandIns(folder: string): void {
  mkdirSync(folder);
  writeFileSync(join(folder, 'sudo'), '#!/bin/sh\nif [ "$1" = -u ]; then shift 2; fi\nexec "$@"\n', { mode: 0o755 });
  for (const name of ['apt-get', 'service']) {
    writeFileSync(join(folder, name), '#!/bin/sh\nexit 0\n', { mode: 0o755 });
  }
}
