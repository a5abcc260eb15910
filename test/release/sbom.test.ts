import { readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { packageRoot, readPackageVersion } from '../../src/package.js';
import { makeFolder } from '../support/folders.js';
import { runtimePackages } from '../support/lock.js';

interface Component {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses?: readonly { readonly license: { readonly id: string } }[];
}

describe('the bill of materials', () => {
  it('is in CycloneDX and names the tap, and each package that it runs with, with its license', () => {
    const folder = makeFolder();
    const script = fileURLToPath(new URL('scripts/release/sbom.mjs', packageRoot));
    const env = { ...process.env, RELEASE_FOLDER: folder };
    const { status, stderr } = spawnSync(process.execPath, [script], { env, encoding: 'utf8' });
    expect(status, stderr).to.equal(0);
    const version = readPackageVersion();
    const bill = JSON.parse(readFileSync(join(folder, `tap-linkedin-pages-${version}.cdx.json`), 'utf8')) as {
      readonly bomFormat: string;
      readonly metadata: { readonly component: Component };
      readonly components: readonly Component[];
    };
    expect(bill.bomFormat).to.equal('CycloneDX');
    expect(bill.metadata.component).to.include({ name: 'tap-linkedin-pages', version });
    const described = bill.components.map(({ purl, licenses = [] }) => [purl, licenses[0]?.license.id] as const);
    // A package that is installed in two places is one component.
    const expected = runtimePackages().map(
      ({ name, version: locked, license }) => [`pkg:npm/${name}@${locked}`, license] as const,
    );
    expect(new Map(described)).to.deep.equal(new Map(expected));
  });
});
