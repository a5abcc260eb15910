import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { compile } from 'json-schema-to-typescript';
import { readSchema, referencesOf, schemas } from './schema-files.mjs';

const BANNER = '// Generated from schemas/ by scripts/generate.mjs: edit the schema and run `npm run generate`.';

/** Settings with defaults filled in: those that have a default are always present. */
export async function settingsType() {
  const schema = readSchema('config.json');
  const required = Object.keys(schema.properties).filter((name) => 'default' in schema.properties[name]);
  return `${BANNER}\n\n${await interfaceOf({ ...schema, required }, 'Settings')}`;
}

/** One interface per stream and per part in schemas/parts/; parts used only by other parts are not exported. */
export async function recordTypes() {
  const streams = namesIn('./')
    .filter((name) => name !== 'config')
    .map((name) => ({ stream: name, name: recordTypeName(name), schema: readSchema(`${name}.json`), exported: true }));
  const offered = new Set(streams.flatMap(({ schema }) => [...referencesOf(schema)]));
  const parts = namesIn('parts/').map((name) => {
    const ref = `parts/${name}.json`;
    return { name: partTypeName(ref), schema: readSchema(ref), exported: offered.has(ref) };
  });
  const declarations = await Promise.all([...streams, ...parts].map(declarationOf));
  return `${[BANNER, ...declarations, byStream(streams), AS_SENT].map((text) => text.trimEnd()).join('\n\n')}\n`;
}

/** The record type of each stream, by stream name. */
function byStream(streams) {
  const lines = streams.map(({ stream, name }) => `  ${stream}: ${name};\n`);
  return `/** The record of each stream. */\nexport interface RecordsByStream {\n${lines.join('')}}`;
}

async function declarationOf({ name, schema, exported }) {
  const text = await interfaceOf(byName(rectangular(schema)), name);
  return exported ? text : text.replace('export interface', 'interface');
}

/** In list items, a part has the same fields, but any may be absent. */
const AS_SENT = `/** Within the items of a list: LinkedIn may have left out any field. */
type AsSent<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? null | { [Name in keyof T]?: AsSent<T[Name]> }
    : T;`;

const namesIn = (folder) =>
  readdirSync(new URL(folder, schemas))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .toSorted();

/** `share_statistics_time_bound` is `ShareStatisticsTimeBoundRecord`. */
function recordTypeName(stream) {
  return `${pascalCase(stream)}Record`;
}

/** `parts/page-views.json` is `PageViews`. */
const partTypeName = (ref) => pascalCase(basename(ref, '.json'));

function pascalCase(name) {
  return name
    .split(/[_-]/)
    .map((word) => word[0].toUpperCase() + word.slice(1))
    .join('');
}

/** The schema with each `$ref` replaced by the interface of its part. */
function byName(schema, inItems = false) {
  if (typeof schema.$ref === 'string') {
    const name = partTypeName(schema.$ref);
    return inItems ? { tsType: `AsSent<${name}>` } : { description: schema.description, tsType: name };
  }
  const { properties, items, ...own } = schema;
  const named = Object.entries(properties ?? {}).map(([name, property]) => [name, byName(property, inItems)]);
  return {
    ...own,
    ...(properties && { properties: Object.fromEntries(named) }),
    ...(items && { items: byName(items, true) }),
  };
}

/** Every declared property is present in every record; inside arrays, only what LinkedIn sent. */
function rectangular(schema) {
  if (!schema.properties) return schema;
  const properties = Object.entries(schema.properties).map(([name, property]) => [name, rectangular(property)]);
  return { ...schema, required: Object.keys(schema.properties), properties: Object.fromEntries(properties) };
}

function interfaceOf(schema, name) {
  return compile(withoutTitles(schema), name, { additionalProperties: false, bannerComment: '' });
}

/** A title would become a type name, and two streams may use the same title. */
function withoutTitles(schema) {
  if (Array.isArray(schema)) return schema.map(withoutTitles);
  if (schema === null || typeof schema !== 'object') return schema;
  const kept = Object.entries(schema).filter(([key, value]) => key !== 'title' || typeof value !== 'string');
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutTitles(value)]));
}
