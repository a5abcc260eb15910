import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';

const read = (file) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

/** A project that loads LinkedIn Pages into PostgreSQL, or into files. */
export const meltanoProject = () => fill('examples/meltano/meltano.yml');

/** The extractor alone, in the form of a definition on Meltano's Hub, for `meltano add --from-ref`. */
export const meltanoDefinition = () => fill('examples/meltano/hub.yml');

/**
 * What stands between two marks is made of schemas, stream table and manifest; the rest of the file is written by hand.
 */
async function fill(file) {
  const parts = await describeExtractor();
  return read(file).replaceAll(
    /^( *)# <(\w+)>\n[^]*?^ *# <\/\2>$/gm,
    (_, indent, name) => `${indent}# <${name}>\n${indented(print(parts[name]), indent)}${indent}# </${name}>`,
  );
}

async function describeExtractor() {
  const { CAPABILITIES } = await import('../../dist/src/cli/about.js');
  const { readSettingsSchema, settingsOf } = await import('../../dist/src/config/schema.js');
  const { STREAM_TABLE } = await import('../../dist/src/streams/table.js');
  const { version } = JSON.parse(read('package.json'));
  const offByDefault = STREAM_TABLE.filter(({ selectedByDefault }) => !selectedByDefault);
  return {
    package: { pip_url: `./tap_linkedin_pages-${version}-py3-none-any.whl` },
    capabilities: { capabilities: CAPABILITIES },
    settings: { settings: settingsOf(readSettingsSchema()).map(describeSetting) },
    // Meltano selects with `*.*` what the tap does not select by default as well.
    select: { select: ['*.*', ...offByDefault.map(({ name }) => `!${name}.*`)] },
  };
}

/** The default is in the words only: a value here would hold when the tap's own has changed with its versions. */
function describeSetting([name, { title, description, secret, aliases, default: value, ...setting }]) {
  const standard = value === undefined || value === '' ? '' : ` Default: ${JSON.stringify(value)}.`;
  return {
    name,
    label: title,
    description: description + standard,
    ...kindOf(setting),
    ...(secret && { sensitive: true }),
    ...(aliases && { aliases }),
  };
}

const KINDS = { integer: 'integer', boolean: 'boolean', string: 'string' };

/**
 * Meltano makes values of the environment's texts by the kind of a setting. Where it would make the wrong one there is
 * none, and the tap reads the text: a list would have to be JSON, and a decimal breaks Meltano 4.4.1 (`Object of type
 * Decimal is not JSON serializable`). Dates are strings, since `date_iso8601` turns phrases into local time.
 */
function kindOf({ type, enum: choices }) {
  if (choices) return { kind: 'options', options: choices.map((value) => ({ label: value, value })) };
  return type in KINDS ? { kind: KINDS[type] } : {};
}

/** Lines are broken by prettier. */
const print = (part) => stringify(part, { lineWidth: 0 });

const indented = (text, indent) => text.replaceAll(/^(?=.)/gm, indent);
