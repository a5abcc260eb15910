// `npm run build:sbom`: makes release/tap-linkedin-pages-<version>.cdx.json, a CycloneDX bill of materials of
// everything the tap runs with.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { releaseFolder, root, run } from './workshop.mjs';

const { devDependencies: _, ...manifest } = read('package.json');
const workshop = mkdtempSync(join(tmpdir(), 'tap-linkedin-pages-sbom-'));
try {
  const bill = run('npm', ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'], {
    cwd: layOut(),
  });
  const file = join(releaseFolder, `${manifest.name}-${manifest.version}.cdx.json`);
  mkdirSync(releaseFolder, { recursive: true });
  writeFileSync(file, bill);
  console.log(file);
} finally {
  rmSync(workshop, { recursive: true, force: true });
}

/**
 * The project as if it had no development dependencies: with `--omit dev`, npm 11 drops packages that are dependencies
 * of both kinds. The bill is named after the folder.
 */
function layOut() {
  const lock = read('package-lock.json');
  delete lock.packages[''].devDependencies;
  lock.packages = Object.fromEntries(Object.entries(lock.packages).filter(([, { dev }]) => !dev));
  const folder = join(workshop, manifest.name);
  mkdirSync(folder);
  for (const [file, content] of Object.entries({ 'package.json': manifest, 'package-lock.json': lock })) {
    writeFileSync(join(folder, file), JSON.stringify(content));
  }
  return folder;
}

function read(file) {
  return JSON.parse(readFileSync(join(root, file), 'utf8'));
}
