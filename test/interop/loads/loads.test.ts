import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Sandbox } from '../../../src/sandbox/sandbox.js';
import { loadStreams } from '../../../src/streams/load.js';
import type { TapRun } from '../../support/output.js';
import { NOW } from '../../support/sandboxes.js';
import { startPostgres, findPostgres, type PostgresServer } from '../postgres/server.js';
import { needPostgres, needTools } from '../support/needs.js';
import { startWholeSandbox, syncAll } from '../support/syncs.js';
import { compare } from './compare.js';
import { expectedRecord, expectedTable } from './expected.js';
import { load, readTable } from './load.js';
import { keyOf } from './table.js';
import { loadedShape, SETUPS, type Place } from './targets.js';
import { trueRows } from './true-rows.js';

const STREAMS = loadStreams({ snapshotHistory: false });

describe('loads', () => {
  let sandbox: Sandbox;
  let runs: { plain: TapRun; flattened: TapRun };
  let postgres: PostgresServer | undefined;

  before(async () => {
    sandbox = await startWholeSandbox();
    runs = {
      plain: await syncAll(sandbox),
      flattened: await syncAll(sandbox, { settings: { flattening_enabled: true } }),
    };
    if (findPostgres()) postgres = await startPostgres();
  });

  after(async () => {
    await sandbox.close();
    await postgres?.stop();
  });

  for (const [index, setup] of SETUPS.entries()) {
    describe(setup.name, () => {
      needTools(setup.target.tool);
      if (setup.target.store === 'postgres') needPostgres();
      let place: Place;

      before(async () => {
        const folder = mkdtempSync(join(tmpdir(), 'tap-linkedin-pages-load-'));
        place = { folder, connection: postgres?.connection as Place['connection'], schema: `load_${index}` };
        const { exitCode, stderr } = await load(setup, runs[setup.fromTap].stdout, place);
        if (exitCode !== 0) console.log(stderr.slice(-3000));
        expect(exitCode, stderr.slice(-2000)).to.equal(0);
      });

      after(() => rmSync(place.folder, { recursive: true, force: true }));

      for (const stream of STREAMS) {
        it(`${stream.name} holds what LinkedIn knows`, async () => {
          const shape = loadedShape(stream, setup);
          const written = new Map(runs.plain.records(stream.name).map((record) => [keyOf(record, shape), record]));
          const records = trueRows(stream.name, { truth: sandbox.truth, now: NOW }).map((row) =>
            expectedRecord(row, stream, written.get(keyOf({ ...row.truth, ...row.own }, shape))),
          );
          expect(records).not.to.be.empty;
          const loaded = await readTable(setup, place, shape);
          expect(compare(loaded, expectedTable(records, shape, setup), shape)).to.deep.equal([]);
        });
      }
    });
  }
});
