// Makes a sample report for the site: a run of the tap on the sandbox, on the day that all examples use.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const tap = fileURLToPath(new URL('../../bin/tap-linkedin-pages.js', import.meta.url));

/** One page with late share statistics, so that the report has something to show. */
const OPTIONS = { lateDays: { 104729384: { organizationalEntityShareStatistics: 6 } } };

/** Writes the report to a file, which may already exist. */
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
  if (status !== 0) throw new Error(`The sample report could not be made: ${stderr}`);
}
