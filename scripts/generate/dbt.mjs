/**
 * What the dbt package knows about the streams: sources, a staging model for each, and descriptions. Models use the
 * paths of the schemas; the package's macros find the matching column of each target.
 */
import { fileColumns } from './dbt-columns.mjs';

const PREFIX = 'stg_linkedin_pages__';

const LOADED_AT =
  '      - name: _loaded_at\n        description: "When the target loaded the row, if it records that; otherwise the day of its numbers, or null."\n';

let loaded;

/** Every stream with the columns of its staging model; loaded once for all files. */
function streams() {
  return (loaded ??= load());
}

async function load() {
  const { loadStreams } = await import('../../dist/src/streams/load.js');
  return loadStreams({ snapshotHistory: false }).map((stream) => ({ ...stream, columns: fileColumns(stream) }));
}

export async function dbtSources() {
  const tables = (await streams()).map(
    ({ name, schema, columns, keyProperties }) =>
      `      - name: ${name}\n        description: ${quote(schema.description)}\n` +
      `        data_tests:\n          - linkedin_pages_key:\n              arguments:\n                columns: ${list(keysOf(keyProperties, columns))}\n` +
      `        columns:\n${topLevel(schema)}`,
  );
  return `# Made by npm run generate from schemas/ and the stream table.
version: 2

sources:
  - name: tap_linkedin_pages
    description: Data that tap-linkedin-pages read from LinkedIn, one table per stream.
    database: "{{ var('tap_linkedin_pages_database', target.database) }}"
    schema: "{{ var('tap_linkedin_pages_schema', 'linkedin') }}"
    tables:
${tables.join('\n')}`;
}

export async function dbtStagingDocs() {
  const models = (await streams()).map(
    ({ name, schema, columns }) =>
      `  - name: ${PREFIX}${name}\n    description: ${quote(`${sentence(schema.description)} One row per row of the stream, whichever target loaded it.`)}\n` +
      `    columns:\n${columns.map(({ column, description }) => `      - name: ${column}\n        description: ${quote(description)}\n`).join('')}${LOADED_AT}`,
  );
  return `# Made by npm run generate from schemas/ and the stream table.\nversion: 2\n\nmodels:\n${models.join('')}`;
}

/** How long each stream may be stored, for the operation that enforces it. */
export async function dbtRetentionRules() {
  const { STORAGE_RULES } = await import('../../dist/src/streams/storage.js');
  const rules = (await streams()).flatMap(({ name, storage }) => {
    if (storage === null) return [];
    const { count, unit } = STORAGE_RULES[storage];
    return [`    '${name}': '${count} ${unit}',\n`];
  });
  return `{# Made by npm run generate from the stream table. #}
{% macro retention_rules() %}
  {{ return({
${rules.join('')}  }) }}
{% endmacro %}
`;
}

/** A staging model for each stream. File names are needed before the build, so they come from schemas/. */
export function dbtModels(names) {
  return names.map((name) => ({
    file: `dbt/models/staging/${PREFIX}${name}.sql`,
    content: async () => stagingModel((await streams()).find((stream) => stream.name === name)),
  }));
}

function stagingModel({ name, columns, keyProperties }) {
  const rows = columns.map(({ column, path, kind }) => `    ['${column}', '${path.join('.')}', '${kind}'],\n`);
  const keys = keysOf(keyProperties, columns).map((key) => `'${key}'`);
  return `{# Made by npm run generate from schemas/${name}.json. #}
{{ tap_linkedin_pages.stage(
  '${name}',
  keys=[${keys.join(', ')}],
  columns=[
${rows.join('')}  ]
) }}
`;
}

/** If a stream has snapshot_date, it is part of the key: with snapshot_history there is one row per day. */
function keysOf(keyProperties, columns) {
  const dated = columns.some(({ column }) => column === 'snapshot_date');
  return [...keyProperties, ...(dated ? ['snapshot_date'] : [])];
}

function topLevel({ properties }) {
  return Object.entries(properties)
    .map(
      ([name, { description = '' }]) => `          - name: ${name}\n            description: ${quote(description)}\n`,
    )
    .join('');
}

const quote = (text) => JSON.stringify(text.replaceAll('{', '(').replaceAll('}', ')'));
const list = (names) => `[${names.join(', ')}]`;
const sentence = (text) => text.split(/(?<=\.) /)[0];
