import { EventEmitter } from 'node:events';
import { expect } from 'chai';
import { main } from '../../src/cli/main.js';
import { startSandbox, type Sandbox } from '../../src/sandbox/index.js';
import { STREAM_TABLE } from '../../src/streams/table.js';
import { ALL_STREAMS, discovered, selecting } from '../support/catalogs.js';
import { compile } from '../conformance/validator.js';
import { flattenSlowly } from '../singer/flatten-support.js';
import { rulesBroken } from '../support/lint/stream.js';
import type { TapRun } from '../support/output.js';
import { NOW, settingsOf } from '../support/sandboxes.js';
import { argumentsOf, Collector, runTap } from '../support/tap.js';

describe('flattening', () => {
  let sandbox: Sandbox;
  let plain: TapRun;

  const read = async (settings: object, catalog: unknown = selecting(ALL_STREAMS)): Promise<TapRun> =>
    await runTap({
      config: settingsOf(sandbox, { max_concurrency: 1, benchmark_organization_ids: [104729450], ...settings }),
      catalog,
    });

  before(async () => {
    sandbox = await startSandbox({ now: NOW, oldGeography: true });
    plain = await read({});
  });

  after(() => sandbox.close());

  for (const [settings, separator, maxDepth] of [
    [{}, '__', null],
    [{ flattening_separator: '_' }, '_', null],
    [{ flattening_max_depth: 1 }, '__', 1],
    [{ flattening_max_depth: 0 }, '__', 0],
  ] as const) {
    describe(`with ${JSON.stringify(settings)}`, () => {
      let run: TapRun;

      before(async () => {
        run = await read({ flattening_enabled: true, ...settings });
      });

      it('reads the same without errors, and ends with the same state', () => {
        expect(run.exitCode).to.equal(0);
        expect(run.logged('WARNING').concat(run.logged('CRITICAL'))).to.deep.equal([]);
        expect(run.state).to.deep.equal(plain.state);
      });

      it('writes a stream that every target accepts', () => {
        // One rule reserves `__` for flattening.
        const breaches = rulesBroken(run.stdout).filter((rule) => separator === '_' || rule !== 'COLUMN-NAME');
        expect(breaches).to.deep.equal([]);
      });

      for (const { name } of STREAM_TABLE) {
        it(`${name}: announces the keys and bookmarks of the catalog, and only scalar columns`, () => {
          const { schema, ...message } = run.schemas.get(name)!;
          const { schema: nested, ...before } = plain.schemas.get(name)!;
          expect(message).to.deep.equal(before);
          for (const { type } of Object.values(schema.properties)) expect(type).not.to.match(/object|array/);
          const keys = message.key_properties;
          for (const key of keys) expect(schema.properties[key]).to.deep.equal(nested.properties[key]);
        });

        it(`${name}: writes the unflattened records, flattened, as announced`, () => {
          const { schema } = plain.schemas.get(name)!;
          const records = run.records(name);
          expect(records).not.to.be.empty;
          expect(records).to.deep.equal(
            plain.records(name).map((record) => flattenSlowly(record, schema, { separator, maxDepth })),
          );
          const announced = run.schemas.get(name)!.schema;
          const validate = compile(announced);
          for (const record of records) {
            expect(validate(record), JSON.stringify(validate.errors)).to.be.true;
            expect(Object.keys(record)).to.deep.equal(Object.keys(announced.properties));
          }
        });
      }
    });
  }

  it('leaves out deselected fields', async () => {
    const catalog = selecting(['organization_lookup'], { 'created.actor': { selected: false } });
    const { schema } = (await read({ flattening_enabled: true }, catalog)).schemas.get('organization_lookup')!;
    expect(schema.properties).to.include.keys('created__time').and.not.include.keys('created__actor');
  });

  it('does not change the catalog', async () => {
    const stdout = new Collector();
    const argv = argumentsOf({ config: { flattening_enabled: true }, args: ['--discover'] });
    await main({ argv, env: {}, stdout, stderr: new Collector(), signals: new EventEmitter() });
    expect(JSON.parse(stdout.text)).to.deep.equal(discovered());
  });

  it('rejects all names that targets could not tell apart or store, before any call', async () => {
    sandbox.clearRequests();
    const run = await read(
      { flattening_enabled: true, flattening_separator: '_'.repeat(50) },
      selecting(['share_statistics_time_bound', 'total_follower_count']),
    );
    expect(run.exitCode).to.equal(1);
    expect(run.stdout).to.equal('');
    expect(run.stderr)
      .to.match(/^CRITICAL The configuration has \d+ faults\./m)
      .and.include('flattening_separator cannot be "______')
      .and.include('in share_statistics_time_bound, totalShareStatistics.likeCount becomes totalShareStatistics____')
      .and.include('which has 79 bytes; targets take 63')
      .and.not.include('total_follower_count');
    expect(sandbox.requests()).to.deep.equal([]);
  });
});
