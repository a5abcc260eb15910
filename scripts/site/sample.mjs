// The report of a run on the sandbox, for the site to show: the tap makes it, on the day that all examples have.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const tap = fileURLToPath(new URL('../../bin/tap-linkedin-pages.js', import.meta.url));

/** One page whose days of posts come late, so that there is something to see. */
const OPTIONS = { lateDays: { 104729384: { organizationalEntityShareStatistics: 6 } } };

/** Writes the report to a file that may be there already. */
export function makeSampleReport(file) {
  const sync = '"$0" "$1" --config "$SANDBOX_CONFIG" --log-level critical --report "$2"';
  const sandbox = [tap, 'sandbox', '--now', '2026-11-22T09:00:00Z', '--options', JSON.stringify(OPTIONS)];
  const { status, stderr } = spawnSync(
    process.execPath,
    [...sandbox, '--', 'sh', '-c', sync, process.execPath, tap, file],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`The sample report was not made: ${stderr}`);
}
