import { readdirSync } from 'node:fs';
import { expect } from 'chai';
import { packageRoot } from '../../src/package.js';
import { isNullable } from '../../src/singer/schema.js';
import { loadStreams } from '../../src/streams/load.js';
import { STREAM_TABLE } from '../../src/streams/table.js';

const names = STREAM_TABLE.map(({ name }) => name);

describe('the stream table', () => {
  it('and the schema files match one to one', () => {
    const files = readdirSync(new URL('schemas/', packageRoot)).map((file) => file.replace('.json', ''));
    const others = ['config', 'documents', 'parts'];
    expect(files.filter((file) => !others.includes(file)).toSorted()).to.deep.equal([...names].sort());
  });

  it('keeps the stream names of the Airbyte connector', () => {
    expect(names).to.include.members([
      'organization_lookup',
      'total_follower_count',
      'follower_statistics',
      'follower_statistics_time_bound',
      'share_statistics',
      'share_statistics_time_bound',
    ]);
  });

  for (const { name, schema, keyProperties, replication } of loadStreams({ snapshotHistory: true })) {
    it(`has keys for ${name} that are top-level columns and never null`, () => {
      for (const key of keyProperties) {
        expect(schema.properties).to.have.property(key);
        expect(isNullable(schema.properties[key]!), key).to.be.false;
      }
    });

    it(`has snapshot_date in the key of ${name} with snapshot_history only if it is a lifetime stream`, () => {
      expect(keyProperties.includes('snapshot_date')).to.equal(replication.kind === 'lifetime');
    });

    it(`keeps LinkedIn’s additions to ${name} in additional_fields, a free map at the end`, () => {
      expect(Object.keys(schema.properties).at(-1)).to.equal('additional_fields');
      expect(schema.properties['additional_fields'])
        .to.deep.include({ type: ['null', 'object'] })
        .and.not.have.property('properties');
    });
  }
});
