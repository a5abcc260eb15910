import { symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../../../src/package.js';
import { programOf } from '../tools/environment.js';
import type { ToolName } from '../tools/table.js';

/** Tools whose own programs are linked; several tools have programs of the same names. */
const PROGRAMS: readonly ToolName[] = [
  'meltano',
  'meltanolabs-csv',
  'meltanolabs-postgres',
  'jsonl',
  'dbt',
  'streamlit',
];

/** Links the built tap, Meltano and targets into a folder under their names, and returns a PATH that starts there. */
export function linkPrograms(folder: string): string {
  const tap = fileURLToPath(new URL('bin/tap-linkedin-pages.js', packageRoot));
  writeFileSync(join(folder, 'tap-linkedin-pages'), `#!/bin/sh\nexec '${process.execPath}' '${tap}' "$@"\n`, {
    mode: 0o755,
  });
  for (const name of PROGRAMS) symlinkSync(programOf(name), join(folder, programOf(name).split('/').at(-1)!));
  return [folder, dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter);
}

/** Keeps Meltano offline: its Hub would be on a port where nothing listens. */
export const OFFLINE: Readonly<Record<string, string>> = {
  MELTANO_HUB_URL: 'http://127.0.0.1:9',
  MELTANO_SEND_ANONYMOUS_USAGE_STATS: 'false',
  MELTANO_CLI_DISABLE_VERSION_CHECK: 'true',
  NO_COLOR: '1',
};
