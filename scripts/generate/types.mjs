import { readdirSync, readFileSync } from 'node:fs';
import { compile } from 'json-schema-to-typescript';

const BANNER = '// Generated from schemas/ by scripts/generate.mjs: edit the schema and run `npm run generate`.';

const schemas = new URL('../../schemas/', import.meta.url);

const readSchema = (file) => JSON.parse(readFileSync(new URL(file, schemas), 'utf8'));

/** Settings as they are once defaults are filled in: those that have one are always there. */
export async function settingsType() {
  const schema = readSchema('config.json');
  const required = Object.keys(schema.properties).filter((name) => 'default' in schema.properties[name]);
  return `${BANNER}\n\n${await interfaceOf({ ...schema, required }, 'Settings')}`;
}

/** One interface per stream. */
export async function recordTypes() {
  const streams = readdirSync(schemas)
    .filter((file) => file.endsWith('.json') && file !== 'config.json')
    .map((file) => file.slice(0, -'.json'.length))
    .toSorted();
  const parts = await Promise.all(
    streams.map((stream) => interfaceOf(rectangular(readSchema(`${stream}.json`)), recordTypeName(stream))),
  );
  return `${[BANNER, ...(parts.length > 0 ? parts : ['export {};'])].map((part) => part.trimEnd()).join('\n\n')}\n`;
}

/** `share_statistics_time_bound` is `ShareStatisticsTimeBoundRecord`. */
function recordTypeName(stream) {
  const words = stream.split('_').map((word) => word[0].toUpperCase() + word.slice(1));
  return `${words.join('')}Record`;
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

/** A title would become a type's name, and two streams may well use the same one. */
function withoutTitles(schema) {
  if (Array.isArray(schema)) return schema.map(withoutTitles);
  if (schema === null || typeof schema !== 'object') return schema;
  const kept = Object.entries(schema).filter(([key, value]) => key !== 'title' || typeof value !== 'string');
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutTitles(value)]));
}
