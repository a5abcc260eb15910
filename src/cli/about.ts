import { environmentVariable, expectedOf, readSettingsSchema, settingsOf } from '../config/schema.js';
import { wrap } from '../log/table.js';
import type { StreamEntry } from '../streams/entry.js';
import { describeStorage, STORAGE_RULES, type Storage } from '../streams/storage.js';
import { STREAM_TABLE } from '../streams/table.js';
import type { Setting, SettingName, SettingsSchema } from '../config/schema.js';

export const ABOUT_FORMATS = ['text', 'json', 'markdown'] as const;
export type AboutFormat = (typeof ABOUT_FORMATS)[number];

const NAME = 'tap-linkedin-pages';
const DESCRIPTION =
  'Singer tap for LinkedIn Pages: followers, views, posts and their statistics, comments and reactions';

/** In Meltano's terms. */
export const CAPABILITIES = ['about', 'catalog', 'discover', 'schema-flattening', 'state', 'structured-logging'];

export interface AboutRequest {
  readonly format: AboutFormat;
  readonly version: string;
}

/** Describes the tap and its settings; JSON has the form of the Meltano SDK's `--about`. */
export function describeTap({ format, version }: AboutRequest): string {
  const schema = ofVersion(readSettingsSchema(), version);
  if (format === 'json') {
    const about = {
      name: NAME,
      description: DESCRIPTION,
      version,
      capabilities: CAPABILITIES,
      settings: schema,
      storage: STREAM_TABLE.map(storageOf),
    };
    return JSON.stringify(about, null, 2);
  }
  return format === 'text' ? aboutText(schema, version) : aboutMarkdown(schema, version);
}

/** Inserts the version into the only default that contains it. */
function ofVersion(schema: SettingsSchema, version: string): SettingsSchema {
  const { user_agent, ...others } = schema.properties;
  const agent = String(user_agent.default).replace('<version>', version);
  return { ...schema, properties: { ...others, user_agent: { ...user_agent, default: agent } } };
}

function aboutText(schema: SettingsSchema, version: string): string {
  const settings = settingsOf(schema).map(([name, setting]) => {
    const facts = [expectedOf(setting), defaultOf(setting), setting.secret && 'secret'].filter(Boolean);
    return [`  ${name}`, ...fold(`    ${setting.description}`, 4), ...fold(`    (${facts.join('; ')})`, 4)].join('\n');
  });
  const head = [`${NAME} ${version}`, ...fold(DESCRIPTION), ...fold(`Capabilities: ${CAPABILITIES.join(', ')}`)];
  const storage = [...fold(`Storage: ${STORAGE}`), ...storageLines().flatMap((line) => fold(`  ${line}`, 4))];
  return [head.join('\n'), fold(`Settings: ${schema.description}`).join('\n'), ...settings, storage.join('\n')].join(
    '\n\n',
  );
}

const STORAGE =
  'How long LinkedIn allows the data of a stream to be stored. Which rule applies to a stream is our interpretation; the dbt package has an operation that follows these rules.';

/** One line per rule, with its streams. */
function storageLines(): string[] {
  const rules = [...Object.keys(STORAGE_RULES), null] as (Storage | null)[];
  return rules.map((rule) => {
    const streams = STREAM_TABLE.filter(({ storage }) => storage === rule);
    return `${describeStorage(rule)} (${streams.map(({ name }) => name).join(', ')})`;
  });
}

function storageOf({ name: stream, storage }: StreamEntry): object {
  return { stream, rule: storage && STORAGE_RULES[storage] };
}

const fold = (text: string, indent = 0): string[] => wrap(text, { width: 80, indent });

function aboutMarkdown(schema: SettingsSchema, version: string): string {
  const capabilities = CAPABILITIES.map((each) => `- ${each}`).join('\n');
  const head = [
    `# ${NAME} ${version}`,
    DESCRIPTION,
    '## Capabilities',
    capabilities,
    '## Settings',
    schema.description,
  ];
  const storage = [
    '## Storage',
    STORAGE,
    storageLines()
      .map((line) => `- ${line}`)
      .join('\n'),
  ];
  return [...head, settingsMarkdown(schema), ...storage].join('\n\n');
}

/** One section per setting, also used in the settings reference. */
export function settingsMarkdown(schema: SettingsSchema): string {
  return settingsOf(schema).map(settingMarkdown).join('\n\n');
}

function settingMarkdown([name, setting]: readonly [SettingName, Setting]): string {
  const { description, secret, aliases = [] } = setting;
  const facts = [
    `Takes: ${expectedOf(setting)}`,
    'default' in setting ? `Default: \`${asText(setting.default)}\`` : 'Default: none',
    `Environment: \`${environmentVariable(name)}\``,
    secret && 'Secret: never printed',
    aliases.length > 0 && `Alias: ${aliases.map((alias) => `\`${alias}\``).join(', ')}`,
  ].filter((fact) => typeof fact === 'string');
  return `### \`${name}\`\n\n${description}\n\n${facts.map((fact) => `- ${fact}`).join('\n')}`;
}

function defaultOf(setting: Setting): string {
  return 'default' in setting ? `default ${asText(setting.default)}` : 'no default';
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
