import { validate } from '../generated/config-validator.js';
import type { Settings } from '../generated/config.js';
import type { Findings } from './given.js';
import { settingsOf } from './schema.js';
import type { SettingName, SettingsSchema } from './schema.js';

export interface CheckedSettings {
  /** With defaults where nothing, or nothing of the right type, was given. */
  readonly settings: Settings;
  readonly misfits: ReadonlySet<SettingName>;
}

/** The type of the generated check. */
type Check = ((data: unknown) => boolean) & { errors?: readonly { readonly instancePath: string }[] | null };

/** Checks types, choices and limits against the schema; strings with a syntax of their own are parsed elsewhere. */
export function checkSettings(given: Findings['given'], schema: SettingsSchema): CheckedSettings {
  const check: Check = validate;
  check(Object.fromEntries([...given].map(([name, { value }]) => [name, value])));
  const paths = new Set((check.errors ?? []).map(({ instancePath }) => instancePath));

  const settings: Partial<Record<SettingName, unknown>> = {};
  const misfits = new Set<SettingName>();
  for (const [name, setting] of settingsOf(schema)) {
    // Items of a list have longer paths: they are checked where the list is read.
    const fits = !paths.has(`/${name}`);
    if (!fits) misfits.add(name);
    const value = fits && given.has(name) ? given.get(name)?.value : setting.default;
    if (value !== undefined) settings[name] = value;
  }
  return { settings: settings as Settings, misfits };
}
