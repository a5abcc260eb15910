import { Ajv } from 'ajv';
import { expect } from 'chai';
import { startSandbox, type Sandbox } from '../../src/sandbox/index.js';
import { isNullable, typeOf, walkProperties, type StreamSchema } from '../../src/singer/schema.js';
import { STREAM_TABLE } from '../../src/streams/table.js';
import { ALL_STREAMS, discovered, selecting } from '../support/catalogs.js';
import { lintStream } from '../support/lint/stream.js';
import { lintSchema } from '../support/lint/schema.js';
import type { Json, TapRun } from '../support/output.js';
import { NOW, settingsOf } from '../support/sandboxes.js';
import { runTap } from '../support/tap.js';
import { compile } from './validator.js';

describe('conformance', () => {
  let sandbox: Sandbox;
  let run: TapRun;

  before(async () => {
    sandbox = await startSandbox({ now: NOW, oldGeography: true });
    const config = settingsOf(sandbox, { benchmark_organization_ids: [104729450] });
    run = await runTap({ config, catalog: selecting(ALL_STREAMS) });
  });

  after(() => sandbox.close());

  it('reads every stream of the table without an error', () => {
    expect(run.logged('WARNING').concat(run.logged('ERROR'), run.logged('CRITICAL'))).to.deep.equal([]);
    expect(run.exitCode).to.equal(0);
    expect([...run.schemas.keys()]).to.deep.equal(STREAM_TABLE.map(({ name }) => name));
  });

  it('writes a stream that every target accepts', () => {
    expect(lintStream(run.stdout)).to.deep.equal([]);
  });

  it('writes every record identically with its own catalog and without one', async () => {
    const byDefault = STREAM_TABLE.filter(({ selectedByDefault }) => selectedByDefault).map(({ name }) => name);
    const read = async (catalog?: unknown): Promise<readonly string[]> => {
      const { stdout } = await runTap({ config: settingsOf(sandbox, { max_concurrency: 1 }), catalog });
      return stdout.split('\n').map((line) => line.replace(/"time_extracted":"[^"]*"/, ''));
    };
    expect(await read(discovered())).to.deep.equal(await read());
    expect(await read(selecting(byDefault))).to.deep.equal(await read());
  });

  it('leaves no trace of progress in the last STATE', () => {
    expect(Object.keys(run.state)).to.deep.equal(['bookmarks']);
    expect(JSON.stringify(run.state)).not.to.match(/progress|signpost|currently_syncing/);
  });

  for (const { name, keyProperties, replication } of STREAM_TABLE) {
    describe(name, () => {
      const entry = discovered().streams.find(({ tap_stream_id }) => tap_stream_id === name)!;
      let records: Json[];
      let schema: StreamSchema;

      before(() => {
        records = run.records(name);
        schema = run.schemas.get(name)!.schema;
      });

      it('returns records', () => {
        expect(records).not.to.be.empty;
      });

      it('has a schema that is valid JSON Schema and follows the rules of targets', () => {
        expect(new Ajv({ strict: false, validateFormats: false }).validateSchema(schema)).to.be.true;
        const breaches: string[] = [];
        lintSchema({ ...run.schemas.get(name)! }, (rule, place) => breaches.push(`${rule} ${place}`));
        expect(breaches).to.deep.equal([]);
      });

      it('announces the schema and keys of the catalog, which are its own', () => {
        const { schema: announced, key_properties, bookmark_properties } = run.schemas.get(name)!;
        expect(announced).to.deep.equal(entry.schema);
        expect(key_properties).to.deep.equal(keyProperties).and.to.deep.equal(entry.key_properties);
        expect(bookmark_properties ?? null).to.deep.equal(
          replication.kind === 'incremental' ? [replication.key] : null,
        );
      });

      it('has a description of every property', () => {
        for (const { path, schema: property } of walkProperties(entry.schema.properties))
          expect(property.description, path.join('.')).to.be.a('string').that.is.not.empty;
      });

      it('writes records that are valid, formats included', () => {
        const validate = compile(schema);
        for (const record of records) expect(validate(record), JSON.stringify(validate.errors)).to.be.true;
      });

      it('gives each record exactly the properties of its schema, in order', () => {
        for (const record of records) expect(Object.keys(record)).to.deep.equal(Object.keys(schema.properties));
      });

      it('never lacks a value if the schema does not allow null', () => {
        for (const { path, schema: property } of walkProperties(schema.properties)) {
          if (isNullable(property)) continue;
          for (const record of records) expect(valueAt(record, path), path.join('.')).to.satisfy(isValue);
        }
      });

      it('has complete keys, and no two records with the same one', () => {
        const keys = records.map((record) => keyProperties.map((key) => record[key]));
        for (const value of keys.flat()) expect(value).to.satisfy(isValue).and.not.equal('');
        expect(new Set(keys.map((key) => JSON.stringify(key))).size).to.equal(records.length);
      });

      it('has a value for every property somewhere, except those that the sandbox does not show', () => {
        const never = [...walkProperties(schema.properties)]
          .filter(({ schema: property }) => typeOf(property) !== 'object' || !property.properties)
          .map(({ path }) => path)
          .filter((path) => records.every((record) => !isValue(valueAt(record, path))))
          .map((path) => path.join('.'))
          .filter((path) => path !== 'additional_fields');
        if (never.length > 0) console.warn(`      never filled: ${never.join(', ')}`);
        expect(never).not.to.include.members([...keyProperties]);
      });

      it('identifies each organization by URN and by number', () => {
        if (!('organization_id' in schema.properties)) return;
        for (const record of records) {
          const urn = record['organization'] ?? record['organizationalEntity'] ?? record['author'];
          expect(urn).to.equal(`urn:li:organization:${String(record['organization_id'])}`);
        }
      });
    });
  }
});

const isValue = (value: unknown): boolean => value !== null && value !== undefined;

function valueAt(record: Json, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (value as Json | null)?.[name], record);
}
