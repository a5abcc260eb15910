// `npm run screenshots`: retakes the screenshots in the docs, by running the tests that check what they show.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const TESTS = [
  'test/interop/dashboard/look.test.ts',
  'test/interop/browser/pages.test.ts',
  'test/interop/browser/report.test.ts',
];

for (const test of process.argv.length > 2 ? process.argv.slice(2) : TESTS) {
  const { status } = spawnSync(process.execPath, [`${root}scripts/test-one.mjs`, test], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, SCREENSHOTS: 'true' },
  });
  if (status !== 0) process.exit(status ?? 1);
}
