// `npm run site`: builds the documentation site into site/dist and checks it for dead links. The generator has its own
// installation in site/, made if it is missing or its lock file has changed.
import '../setup.mjs';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findDeadLinks } from './links.mjs';
import { assemblePages } from './pages.mjs';
import { makeSampleReport } from './sample.mjs';

const site = fileURLToPath(new URL('../../site/', import.meta.url));
const base = process.env.SITE_BASE ?? '/';

install();
assemblePages();
makeSampleReport(`${site}pages/public/sample-report.html`);
run(process.execPath, ['node_modules/vitepress/bin/vitepress.js', 'build']);
const dead = findDeadLinks(`${site}dist`, base);
for (const link of dead) process.stderr.write(`dead link: ${link}\n`);
if (dead.length > 0) process.exit(1);
process.stderr.write(`The site is in ${site}dist and has no dead links.\n`);

function install() {
  const stamp = `${site}node_modules/.installed`;
  const lock = createHash('sha256')
    .update(readFileSync(`${site}package-lock.json`))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(stamp, lock);
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    cwd: site,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  process.stderr.write(`${command} ${args.join(' ')} failed${error ? `: ${error.message}` : ''}\n`);
  process.exit(1);
}
