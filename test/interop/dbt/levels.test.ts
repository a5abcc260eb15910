import { expect } from 'chai';
import { makeFolder } from '../../support/folders.js';
import { databaseFile } from '../loads/targets.js';
import { askDuckdb } from '../support/duckdb.js';
import { needPostgres, needTools } from '../support/needs.js';
import { askPostgres, usePostgres } from '../support/postgres.js';
import { readModel, runDbt } from './dbt.js';
import { duckdbOutput, postgresOutput, type Ground } from './places.js';

/**
 * Upper-case names, an epoch, an instant and a text with a time zone, numbers and JSON as text, one level flattened.
 */
const TABLE = (json: string): string => `
  create schema odd;
  create table odd.posts ("ID" text, "ORGANIZATION_ID" text, "PUBLISHED_AT" bigint, "LASTMODIFIEDAT" timestamptz,
    "CREATEDAT" text, "CONTENT__MEDIA" ${json}, "CONTENT__POLL__QUESTION" text, "HASHTAGS" text, "COMMENTARY" text);
  insert into odd.posts values ('urn:li:share:1', '7', 1795168800000, '2026-11-20 12:00:00+02', '2026-11-20T09:00:00Z',
    '{"id": "urn:li:image:2", "altText": null}', null, '["one", "two"]', '');`;

const LEVEL = {
  id: 'urn:li:share:1',
  organization_id: 7,
  published_at: '2026-11-20T10:00:00',
  last_modified_at: '2026-11-20T10:00:00',
  created_at: '2026-11-20T09:00:00',
  content_media_id: 'urn:li:image:2',
  content_media_alt_text: null,
  content_poll_question: null,
  // Empty text is null, as some targets store it; so is anything that has no column.
  commentary: null,
  permalink: null,
};

const PLACES: Readonly<Record<string, () => Promise<Ground>>> = {
  duckdb: async () => {
    const folder = makeFolder();
    await askDuckdb(databaseFile(folder), TABLE('json'), 'write');
    return { store: 'duckdb', folder, schema: 'level', output: duckdbOutput(folder, 'level'), vars: ODD };
  },
  postgres: async () => {
    await askPostgres(await usePostgres(), TABLE('text'));
    return {
      store: 'postgres',
      folder: makeFolder(),
      schema: 'level',
      output: await postgresOutput('level'),
      vars: ODD,
    };
  },
};

const ODD = { tap_linkedin_pages_schema: 'odd' };

for (const [store, place] of Object.entries(PLACES)) {
  describe(`the staging models on ${store}`, () => {
    needTools('dbt');
    if (store === 'postgres') needPostgres();

    it('unify names, instants, numbers and JSON, however a target writes them', async () => {
      const ground = await place();
      const { exitCode, stdout } = await runDbt(ground, { command: ['run', '--select', 'stg_linkedin_pages__posts'] });
      expect(exitCode, stdout).to.equal(0);
      const [row, ...more] = await readModel(ground, 'stg_linkedin_pages__posts');
      expect(more).to.deep.equal([]);
      expect(row).to.deep.include(LEVEL);
    });
  });
}
