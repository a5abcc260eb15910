import { expect } from 'chai';
import { isNullable, typeOf, type PropertySchema } from '../../src/singer/schema.js';
import type { Stream, StreamEntry } from '../../src/streams/entry.js';
import { loadStreams } from '../../src/streams/load.js';
import { select } from '../support/catalogs.js';
import { lintStream } from '../support/lint/stream.js';
import type { Json, TapRun } from '../support/output.js';
import { patchFor, resourceOf, streamsWith } from '../support/rows.js';
import { LABS, settingsOf, TURBINES, useSandbox } from '../support/sandboxes.js';
import { runTap } from '../support/tap.js';

/** Properties that the tap fills in or depends on: a value of another type from LinkedIn does not reach them. */
const OWN =
  /^(additional_fields|author|organization|organization_id|post|urn|timeRange|time_.*|snapshot_date|.*_(name|text|count)|is_imputed|hashtags|mentions|permalink)$/;

const isOwn = (stream: string, property: string): boolean =>
  OWN.test(property) || (stream === 'notifications' && /^(post_owner|comment|actor|text)$/.test(property));

/** The properties of a stream that can be spoiled: not what the tap adds, not keys, nor what keys are made of. */
function spoilable({ name, schema, keyProperties }: Stream): [string, PropertySchema][] {
  const taken = name === 'countries' ? [...keyProperties, 'countryCode'] : keyProperties;
  return Object.entries(schema.properties).filter(([property]) => !isOwn(name, property) && !taken.includes(property));
}

/** For posts without statistics the tap writes zeros: LinkedIn sent nothing about them. */
const saidOf = (run: TapRun, stream: string): Json[] => run.records(stream).filter((record) => !record['is_imputed']);

describe('conformance to hostile answers', () => {
  const start = useSandbox();

  /** Reads one stream while every element of the answers is patched. */
  const readPatched = async (stream: StreamEntry, fields: Json): Promise<TapRun> => {
    const sandbox = await start({ oldGeography: true });
    const patch = patchFor(stream, fields, sandbox);
    sandbox.set({ faults: [{ kind: 'extra', match: { resource: resourceOf(stream) }, times: 'always', patch }] });
    return await runTap({
      config: settingsOf(sandbox, { organization_ids: [TURBINES, LABS], benchmark_organization_ids: [LABS, TURBINES] }),
      catalog: select(...streamsWith(stream)),
    });
  };

  for (const stream of loadStreams({ snapshotHistory: false })) {
    const { name } = stream;

    it(`${name} keeps unknown fields in additional_fields, and says so once`, async () => {
      const run = await readPatched(stream, { brandNew: { deep: [1, null, 'x'] }, 'odd name\u0000': '\uD83D!' });
      expect(lintStream(run.stdout)).to.deep.equal([]);
      expect(saidOf(run, name)).not.to.be.empty;
      for (const { additional_fields } of saidOf(run, name)) {
        expect(additional_fields).to.deep.include({ brandNew: { deep: [1, null, 'x'] }, 'odd name': '\uFFFD!' });
      }
      expect(
        run.logged('WARNING').filter((line) => line.startsWith(`${name}: `) && line.includes('brandNew')),
      ).to.have.length(1);
      expect(run.exitCode).to.equal(0);
    });

    for (const value of [{ constructor: 1, toString: 2 }, [{ toString: null }], 'constructor', '__proto__']) {
      it(`${name} is not harmed by ${JSON.stringify(value)} in place of every property`, async () => {
        const run = await readPatched(
          stream,
          Object.fromEntries(Object.keys(stream.schema.properties).map((each) => [each, value])),
        );
        expect(run.stderr).not.to.include('Unexpected fault');
        expect(lintStream(run.stdout)).to.deep.equal([]);
      });
    }

    it(`${name} replaces a value of another type by null, keeps it elsewhere, and warns once per property`, async () => {
      const wrong = Object.fromEntries(
        spoilable(stream).map(([property, schema]) => [property, valueOfOtherType(schema)]),
      );
      const run = await readPatched(stream, wrong);
      expect(lintStream(run.stdout)).to.deep.equal([]);
      expect(saidOf(run, name)).not.to.be.empty;
      for (const record of saidOf(run, name)) {
        for (const [property, value] of Object.entries(wrong)) {
          expect(record[property], property).to.satisfy(holdsNothing);
          expect(record['additional_fields']).to.have.deep.property(property, value);
        }
      }
      for (const property of Object.keys(wrong)) {
        const said = run.logged('WARNING').filter((line) => line.includes(` ${property};`));
        expect(said, property).to.have.length(1);
      }
    });

    it(`${name} keeps its own fields even if LinkedIn uses their names`, async () => {
      const theirs = {
        organization_id: 'x',
        snapshot_date: 5,
        time_range_start: null,
        time_range_end: 1,
        time_granularity: 7,
      };
      const run = await readPatched(stream, theirs);
      expect(lintStream(run.stdout)).to.deep.equal([]);
      expect(run.exitCode).to.equal(0);
      if (!('organization_id' in stream.schema.properties)) return;
      for (const { organization_id } of run.records(name)) expect(organization_id).to.be.above(0);
    });

    it(`${name} writes what targets accept, whatever a text or number contains`, async () => {
      const texts = Object.fromEntries(
        spoilable(stream)
          .filter(([, schema]) => isNullable(schema))
          .map(([property, schema]) => [property, typeOf(schema) === 'string' ? 'a\u0000b\uDE00c' : 2 ** 60]),
      );
      const run = await readPatched(stream, { ...texts, 'n\u0000m': { '\uD83D': ['\u0000'] } });
      expect(lintStream(run.stdout)).to.deep.equal([]);
      expect(run.records(name)).not.to.be.empty;
    });
  }

  it('an integer beyond 2^53 keeps all digits, as text, and its column is null', async () => {
    const sandbox = await start({
      faults: [
        {
          kind: 'status',
          status: 200,
          body: '{"firstDegreeSize": 9007199254740993}',
          match: { resource: 'networkSizes' },
          times: 'always',
        },
      ],
    });
    const run = await runTap({ config: settingsOf(sandbox), catalog: select('total_follower_count') });
    expect(run.records('total_follower_count')[0]).to.deep.include({
      firstDegreeSize: null,
      additional_fields: { firstDegreeSize: '9007199254740993' },
    });
  });
});

function valueOfOtherType(schema: PropertySchema): unknown {
  if (typeOf(schema) === 'object') return 'no object';
  return typeOf(schema) === 'string' ? { no: 'text' } : 'none of that';
}

/** Whether a value is null, or an object whose leaves are all null. */
function holdsNothing(value: unknown): boolean {
  return value === null || (typeof value === 'object' && Object.values(value as Json).every(holdsNothing));
}
