// `npm run build:wheel`: makes release/tap_linkedin_pages-<version>-py3-none-any.whl. The build is reproducible: npm's
// lock file and the pins in python/requirements.txt decide the contents, hatchling sets the dates.
import '../setup.mjs';
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryOf, wholeLinks } from './repository.mjs';
import { packForNpm, releaseFolder, root, run } from './workshop.mjs';

const workshop = mkdtempSync(join(tmpdir(), 'tap-linkedin-pages-wheel-'));
try {
  const project = join(workshop, 'project');
  gather(project);
  console.log(build(project));
} finally {
  rmSync(workshop, { recursive: true, force: true });
}

/** Assembles the Python project: its own files, README and LICENSE, and the tap in `app`. */
function gather(project) {
  cpSync(`${root}python`, project, { recursive: true });
  for (const file of ['README.md', 'LICENSE']) copyFileSync(root + file, join(project, file));
  nameRepository(project);
  const app = join(project, 'tap_linkedin_pages', 'app');
  mkdirSync(app);
  run('tar', ['-xzf', packForNpm(workshop), '-C', app, '--strip-components=1']);
  copyFileSync(`${root}package-lock.json`, join(app, 'package-lock.json'));
  run('npm', ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: app });
  // npm's own files; a wheel cannot hold links, and nothing calls the dependencies' programs.
  for (const rest of ['package-lock.json', 'node_modules/.package-lock.json', 'node_modules/.bin']) {
    rmSync(join(app, rest), { recursive: true, force: true });
  }
}

/** Adds the repository to the metadata, and makes the description's links lead there. */
function nameRepository(project) {
  const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  const repository = repositoryOf(manifest);
  if (repository === undefined) return;
  const readme = join(project, 'README.md');
  writeFileSync(readme, wholeLinks(readFileSync(readme, 'utf8'), { repository, version: manifest.version }));
  appendFileSync(join(project, 'pyproject.toml'), `\n[project.urls]\nRepository = "${repository}"\n`);
}

/** Builds the wheel and returns its path. */
function build(project) {
  const folder = join(workshop, 'built');
  run(installHatchling(), ['-m', 'hatchling', 'build', '--target', 'wheel', '--directory', folder], { cwd: project });
  const [wheel] = readdirSync(folder);
  mkdirSync(releaseFolder, { recursive: true });
  copyFileSync(join(folder, wheel), join(releaseFolder, wheel));
  return join(releaseFolder, wheel);
}

/** Installs hatchling in a virtual environment and returns its Python. `PYTHON` names the Python to use. */
function installHatchling() {
  const environment = join(workshop, 'environment');
  run(process.env.PYTHON ?? 'python3', ['-m', 'venv', environment]);
  const python =
    process.platform === 'win32' ? join(environment, 'Scripts', 'python') : join(environment, 'bin', 'python');
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--only-binary', ':all:'];
  run(python, [...pip, '--require-hashes', '--requirement', `${root}python/requirements.txt`]);
  return python;
}
