import { expect } from 'chai';
import { STORAGE_RULES } from '../../../src/streams/storage.js';
import { STREAM_TABLE } from '../../../src/streams/table.js';
import { ask, runDbt } from './dbt.js';
import { useHistory } from './history.js';
import { SETUPS } from '../loads/setups.js';
import { throughTarget, type Ground, type Way } from './places.js';
import type { Place } from '../loads/targets.js';
import { needWay } from './setups.js';

const HOUR_MS = 3_600_000;
/** Days per month that certainly exceed, or fall short of, any number of months. */
const MONTH_DAYS = { more: 31, less: 28 };

/** Ages in hours at which rows under a rule are certainly too old, and certainly not. */
function agesOf({ count, unit }: { count: number; unit: 'hours' | 'months' }): { tooOld: number; young: number } {
  if (unit === 'hours') return { tooOld: count + 1, young: count - 1 };
  return { tooOld: count * MONTH_DAYS.more * 24, young: count * MONTH_DAYS.less * 24 };
}

/** A way whose target records when it loaded a row, or does not. */
function wayOf(name: string, add_metadata_columns: boolean): Way {
  const setup = SETUPS.find((one) => one.name === name)!;
  const { settings } = setup.target;
  const target = { ...setup.target, settings: (place: Place) => ({ ...settings(place), add_metadata_columns }) };
  return throughTarget({ ...setup, target });
}

for (const way of ['meltanolabs-postgres', 'duckdb']) {
  describe(`the retention operation of the dbt package, through ${way}`, () => {
    needWay(way);
    let ground: Ground;
    let tables: string[];

    const lay = async (notes: boolean): Promise<void> => {
      const { runs } = await useHistory(1);
      const one = wayOf(way, notes);
      ground = await one.lay(runs[one.fromTap]);
      const found = await ask(
        ground,
        `select table_name from information_schema.tables where table_schema = '${sourceOf(ground)}'`,
      );
      tables = found.map((row) => String(row['table_name']));
    };

    const sourceOf = ({ vars }: Ground): string => String(vars['tap_linkedin_pages_schema']);
    const countRows = async (stream: string): Promise<number> => {
      const [row] = await ask(ground, `select count(*) as rows from "${sourceOf(ground)}"."${stream}"`);
      return Number(row!['rows']);
    };
    const keep = async (args: object, exit = 0): Promise<string> => {
      const command = ['run-operation', 'linkedin_pages_retention', '--args', JSON.stringify(args)];
      const { exitCode, stdout, stderr } = await runDbt(ground, { command });
      expect(exitCode, stdout + stderr).to.equal(exit);
      return stdout;
    };
    const after = (hours: number): string =>
      new Date(Date.now() + hours * HOUR_MS).toISOString().slice(0, 19).replace('T', ' ');

    it('deletes from each stream what may no longer be kept, and nothing earlier', async () => {
      await lay(true);
      const before = new Map<string, number>();
      for (const { name } of STREAM_TABLE) if (tables.includes(name)) before.set(name, await countRows(name));
      expect([...before.values()].every((rows) => rows > 0)).to.be.true;
      const rules = Object.entries(STORAGE_RULES).map(([storage, rule]) => ({ storage, ...agesOf(rule) }));
      for (const { storage: rule, tooOld, young } of rules.toSorted((one, other) => one.young - other.young)) {
        const streams = STREAM_TABLE.filter(({ name, storage }) => storage === rule && before.has(name));
        expect(streams, rule).not.to.be.empty;
        await keep({ as_of: after(young) });
        for (const { name } of streams) expect(await countRows(name), `${name} is young`).to.equal(before.get(name));
        await keep({ as_of: after(tooOld) });
        for (const { name } of streams) expect(await countRows(name), `${name} is old`).to.equal(0);
      }
      for (const { name, storage } of STREAM_TABLE) {
        if (storage === null && before.has(name)) expect(await countRows(name), name).to.equal(before.get(name));
      }
    }).timeout(600_000);

    it('with dry_run only says what it would delete', async () => {
      await lay(true);
      const rows = await countRows('comments');
      const said = await keep({ as_of: after(49), dry_run: true });
      expect(said).to.include(`comments: ${rows} rows older than 48 hours to delete`);
      expect(await countRows('comments')).to.equal(rows);
    }).timeout(600_000);

    // target-postgres always records it.
    if (way === 'duckdb')
      it('fails if nothing says when a row was stored, and keeps the row', async () => {
        await lay(false);
        const rows = await countRows('comments');
        const said = await keep({ as_of: after(24 * 400) }, 1);
        expect(said).to.include('comments').and.include('metadata columns');
        expect(await countRows('comments')).to.equal(rows);
        expect(await countRows('total_follower_count')).to.equal(0);
      }).timeout(600_000);
  });
}
