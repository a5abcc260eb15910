/**
 * What the dbt package knows of the streams: sources, a staging model for each, and their descriptions. Models name paths
 * as the schemas do; which column of a target that is, the macros of the package find out.
 */
import { fileColumns } from './dbt-columns.mjs';

const PREFIX = 'stg_linkedin_pages__';

const LOADED_AT =
  '      - name: _loaded_at\n        description: "When the target took the row in, where it notes that; else the day of its numbers, or null."\n';

let loaded;

/** Every stream with the columns of its staging model; each file asks for them. */
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
    description: What tap-linkedin-pages read from LinkedIn, a table for each stream.
    database: "{{ var('tap_linkedin_pages_database', target.database) }}"
    schema: "{{ var('tap_linkedin_pages_schema', 'linkedin') }}"
    tables:
${tables.join('\n')}`;
}

export async function dbtStagingDocs() {
  const models = (await streams()).map(
    ({ name, schema, columns }) =>
      `  - name: ${PREFIX}${name}\n    description: ${quote(`${sentence(schema.description)} A row for each row of the stream, whatever the target made of it.`)}\n` +
      `    columns:\n${columns.map(({ column, description }) => `      - name: ${column}\n        description: ${quote(description)}\n`).join('')}${LOADED_AT}`,
  );
  return `# Made by npm run generate from schemas/ and the stream table.\nversion: 2\n\nmodels:\n${models.join('')}`;
}

/** How long each stream may be stored, for the operation that keeps to it. */
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

/** A staging model for each stream; the files are named before the build, so their list comes from schemas/. */
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

/** A day's snapshot joins the key where the stream has one: with snapshot_history there is a row a day. */
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
