import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { packageRoot } from '../../src/package.js';
import { walkProperties } from '../../src/singer/schema.js';
import type { Stream } from '../../src/streams/entry.js';
import { loadStreams } from '../../src/streams/load.js';
import { settingsOf, useSandbox } from '../support/sandboxes.js';
import { runTap } from '../support/tap.js';

const page = readFileSync(new URL('docs/migrating.md', packageRoot), 'utf8');
const streams = new Map(loadStreams({ snapshotHistory: false }).map((stream) => [stream.name, stream]));

const CHAPTERS = ['Airbyte', 'Keboola', 'Fivetran'];

const FOREIGN_STATES = {
  'a state of Keboola': { last_run_downloaded_data_up_to_datetime: '2026-11-20T00:00:00+00:00' },
};

describe('docs/migrating.md', () => {
  const open = useSandbox();

  for (const chapter of CHAPTERS) {
    const text = chapterOf(chapter);

    it(`${chapter}: each table maps to fields of its streams`, () => {
      for (const section of text.split(/^### /m).slice(1)) {
        const fields = streamsOf(section).flatMap((stream) => pathsOf(stream));
        expect(fieldsIn(section)).to.satisfy((names: string[]) => names.length > 0);
        for (const name of fieldsIn(section)) expect(fields, section.split('\n')[0]).to.include(name);
      }
    });

    it(`${chapter}: each model is named at the table that it makes, and exists`, () => {
      const tool = chapter.toLowerCase();
      const linked = [...text.matchAll(/\[`(\w+)`\]\(\.\.\/(dbt\/models\/compatibility\/\w+\/(\w+)\.sql)\)/g)];
      for (const [, name, file, model] of linked) {
        expect(model).to.equal(name);
        expect(existsSync(new URL(file!, packageRoot)), file).to.be.true;
      }
      const folder = new URL(`dbt/models/compatibility/${tool}`, packageRoot);
      expect(linked.map(([, name]) => name)).to.have.members(
        readdirSync(folder).map((file) => file.replace('.sql', '')),
      );
    });
  }

  for (const [name, state] of Object.entries(FOREIGN_STATES)) {
    it(`is right that ${name} is not accepted`, async () => {
      const sandbox = await open();
      const { exitCode, stdout } = await runTap({ config: settingsOf(sandbox), state });
      expect([exitCode, stdout, sandbox.requests()]).to.deep.equal([1, '', []]);
    });
  }
});

function chapterOf(name: string): string {
  const text = new RegExp(`^## ${name}\\n([^]*?)(?=^## |(?![^]))`, 'm').exec(page)?.[1];
  if (!text) throw new Error(`docs/migrating.md has no chapter ${name}.`);
  return text;
}

/** The streams that a section links to before its table. */
function streamsOf(section: string): Stream[] {
  const [head = ''] = section.split(/^\| /m);
  return [...head.matchAll(/\(streams\/\w+\.md#(\w+)\)/g)].map(([, name = '']) => find(name));
}

/** The names in the second column of a section's table; "the same" means those of the first. */
function fieldsIn(section: string): string[] {
  const rows = section.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| ---'));
  return rows.slice(1).flatMap((row) => {
    const [, theirs = '', ours = ''] = row.split('|').map((cell) => cell.trim());
    return [...(ours === 'the same' ? theirs : ours).matchAll(/`([\w.]+)`/g)].map(([, name = '']) => name);
  });
}

function find(name: string): Stream {
  const stream = streams.get(name);
  if (!stream) throw new Error(`docs/migrating.md names a stream ${name} that there is not.`);
  return stream;
}

const pathsOf = ({ schema }: Stream): string[] =>
  [...walkProperties(schema.properties)].map(({ path }) => path.join('.'));
