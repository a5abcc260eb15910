import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { renderCatalog } from '../../src/cli/discover.js';
import { packageRoot } from '../../src/package.js';
import type { Catalog, CatalogEntry } from '../../src/singer/catalog.js';
import { ALL_STREAMS, discovered } from '../support/catalogs.js';
import { settingsOf, TURBINES, useSandbox } from '../support/sandboxes.js';
import { runTap } from '../support/tap.js';

/** How many streams each ready-made catalog selects. */
const READY_MADE = { airbyte: 6, keboola: 28, fivetran: 24, everything: ALL_STREAMS.length };

describe('the ready-made catalogs', () => {
  const open = useSandbox();

  it('are those that the tests list', () => {
    const names = Object.keys(READY_MADE).map((name) => `${name}.json`);
    expect(readdirSync(new URL('catalog/', packageRoot))).to.have.members([...names, 'discovered.json']);
  });

  it('have one line per stream, and discovered.json is what --discover prints', () => {
    for (const name of ['discovered', ...Object.keys(READY_MADE)]) {
      const text = readFileSync(new URL(`catalog/${name}.json`, packageRoot), 'utf8');
      expect(text.trimEnd().split('\n'), name).to.have.length(ALL_STREAMS.length + 2);
    }
    expect(read('discovered')).to.deep.equal(JSON.parse(renderCatalog({ snapshotHistory: false })));
  });

  for (const [name, count] of Object.entries(READY_MADE)) {
    it(`${name}.json is the discovered one with only ${count} streams selected`, () => {
      const { streams } = read(name);
      expect(streams.map(withoutSelection)).to.deep.equal(discovered().streams);
      expect(streams.map(selectionOf)).to.not.include(undefined);
      expect(streams.filter(selectionOf)).to.have.length(count);
    });

    it(`${name}.json is accepted by the tap, which writes only the SCHEMA messages of its streams`, async () => {
      const catalog = read(name);
      const sandbox = await open({ organizations: 1, oldGeography: true });
      const { exitCode, stdout, stderr } = await runTap({
        config: settingsOf(sandbox, { benchmark_organization_ids: [TURBINES] }),
        catalog,
      });
      expect(stderr, 'nothing is named to no effect').not.to.include('catalog');
      const schemas = [...stdout.matchAll(/^\{"type":"SCHEMA","stream":"(\w+)"/gm)].map(([, stream]) => stream);
      expect(exitCode).to.equal(0);
      expect(schemas).to.have.members(catalog.streams.filter(selectionOf).map(({ stream }) => stream));
    });
  }
});

function read(name: string): Catalog {
  return JSON.parse(readFileSync(new URL(`catalog/${name}.json`, packageRoot), 'utf8')) as Catalog;
}

function selectionOf({ metadata }: CatalogEntry): unknown {
  return metadata.find(({ breadcrumb }) => breadcrumb.length === 0)?.metadata['selected'];
}

function withoutSelection(entry: CatalogEntry): CatalogEntry {
  const metadata = entry.metadata.map((item) => {
    const { selected: _, ...rest } = item.metadata;
    return { ...item, metadata: rest };
  });
  return { ...entry, metadata };
}
