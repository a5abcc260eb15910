import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';

const read = (file) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

/** A project that loads LinkedIn Pages into PostgreSQL or files. */
export const meltanoProject = () => fill('examples/meltano/meltano.yml');

/** Only the extractor, in the format of a definition on Meltano's Hub, for `meltano add --from-ref`. */
export const meltanoDefinition = () => fill('examples/meltano/hub.yml');

/**
 * Generates the text between two marks from the schemas, stream table and manifest; the rest of the file is written by
 * hand.
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
    // With `*.*`, Meltano also selects what the tap does not select by default.
    select: { select: ['*.*', ...offByDefault.map(({ name }) => `!${name}.*`)] },
  };
}

/**
 * The default appears only in the description: a `value` here would stay in force when a later version of the tap
 * changes its own default.
 */
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
 * Meltano converts text from the environment by the kind of a setting. Where it would convert wrongly, no kind is
 * given, and the tap parses the text: a list would have to be JSON, and a decimal breaks Meltano 4.4.1 (`Object of type
 * Decimal is not JSON serializable`). Dates are strings, because `date_iso8601` turns phrases into local time.
 */
function kindOf({ type, enum: choices }) {
  if (choices) return { kind: 'options', options: choices.map((value) => ({ label: value, value })) };
  return type in KINDS ? { kind: KINDS[type] } : {};
}

/** Without line breaks: prettier adds them. */
const print = (part) => stringify(part, { lineWidth: 0 });

const indented = (text, indent) => text.replaceAll(/^(?=.)/gm, indent);
