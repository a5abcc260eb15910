import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { packageRoot } from '../../src/package.js';
import { flattenSchema } from '../../src/singer/flatten.js';
import { walkProperties } from '../../src/singer/schema.js';
import type { Stream } from '../../src/streams/entry.js';
import { loadStreams } from '../../src/streams/load.js';
import { settingsOf, useSandbox } from '../support/sandboxes.js';
import { runTap } from '../support/tap.js';

const page = readFileSync(new URL('docs/migrating.md', packageRoot), 'utf8');
const streams = new Map(loadStreams({ snapshotHistory: false }).map((stream) => [stream.name, stream]));

/** The flattening that each chapter asks for, for its views; null: none. */
const CHAPTERS = { Airbyte: null, Keboola: '_', Fivetran: '__' };

const FOREIGN_STATES = {
  'a state of Keboola': { last_run_downloaded_data_up_to_datetime: '2026-11-20T00:00:00+00:00' },
};

describe('docs/migrating.md', () => {
  const open = useSandbox();

  for (const [chapter, separator] of Object.entries(CHAPTERS)) {
    const text = chapterOf(chapter);

    it(`${chapter}: each table maps to fields that its streams have`, () => {
      for (const section of text.split(/^### /m).slice(1)) {
        const fields = streamsOf(section).flatMap((stream) => pathsOf(stream));
        expect(fieldsIn(section)).to.satisfy((names: string[]) => names.length > 0);
        for (const name of fieldsIn(section)) expect(fields, section.split('\n')[0]).to.include(name);
      }
    });

    it(`${chapter}: each view reads columns that its stream has`, () => {
      const selects = text.matchAll(/^SELECT\n([^;]*?)\nFROM linkedin_pages\.(\w+)/gm);
      let count = 0;
      for (const [, columns = '', name = ''] of selects) {
        const known = columnsOf(find(name), separator);
        const read = columns.split('\n').flatMap((line) => quotedIn(line.replace(/ AS "\w+",?$/, '')));
        expect([name, ...known], `view of ${name}`).to.include.members(read);
        count += 1;
      }
      expect(count).to.be.greaterThan(5);
    });
  }

  for (const [name, state] of Object.entries(FOREIGN_STATES)) {
    it(`says rightly that ${name} is not taken`, async () => {
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

/** The names in the second column of a section's table; "the same" stands for those of the first. */
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

function columnsOf({ schema }: Stream, separator: string | null): string[] {
  return Object.keys((separator === null ? schema : flattenSchema(schema, { separator, maxDepth: null })).properties);
}

const quotedIn = (text: string): string[] =>
  [...text.replaceAll(/'[^']*'/g, '').matchAll(/"(\w+)"/g)].map(([, name = '']) => name);
