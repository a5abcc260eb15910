import { expect } from 'chai';
import { ALL_STREAMS, select } from '../support/catalogs.js';
import { settingsOf, useSandbox } from '../support/sandboxes.js';
import { runTap } from '../support/tap.js';

const NAME = 'Northwind, with "quotes"';

describe('connection_name', () => {
  const start = useSandbox();

  it('is a column of every record and SCHEMA but of no key, whatever the stream and selection', async () => {
    const sandbox = await start();
    const config = settingsOf(sandbox, { connection_name: NAME });
    const run = await runTap({ config, catalog: select(...ALL_STREAMS) });
    const records = run.messages.flatMap((message) => (message.type === 'RECORD' ? [message.record] : []));
    expect(records).to.not.be.empty;
    expect(new Set(records.map((record) => record['connection']))).to.deep.equal(new Set([NAME]));
    for (const { schema, key_properties, stream } of run.schemas.values()) {
      expect(schema.properties['connection'], stream).to.include({ type: 'string' });
      expect(key_properties, stream).to.not.include('connection');
    }
    const narrow = await runTap({ config, args: ['--select', 'posts.id'] });
    expect(narrow.records('posts')[0]).to.have.keys('id', 'lastModifiedAt', 'connection');
  });

  it('is also in flattened records', async () => {
    const sandbox = await start();
    const config = settingsOf(sandbox, { connection_name: NAME, flattening_enabled: true });
    const run = await runTap({ config, catalog: select('share_statistics') });
    expect(run.records('share_statistics')[0]).to.include({ connection: NAME });
  });

  it('changes nothing if it is not set', async () => {
    const sandbox = await start();
    const run = await runTap({ config: settingsOf(sandbox), catalog: select('share_statistics') });
    expect(run.stdout).to.not.include('"connection"');
  });
});
