import { readFileSync } from 'node:fs';
import type { Settings } from '../generated/config.js';
import { packageRoot } from '../package.js';

export type SettingName = keyof Settings;

/** A setting as schemas/config.json describes it: JSON Schema, and three keywords of our own. */
export interface Setting {
  readonly type: string | readonly string[];
  readonly title: string;
  readonly description: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly format?: string;
  /** Never printed. */
  readonly secret?: boolean;
  /** What is right, in words, if type and limits do not say it. */
  readonly expected?: string;
  /** Other places in a config where the value may be; dots lead into objects. */
  readonly aliases?: readonly string[];
}

export interface SettingsSchema {
  readonly $schema: string;
  readonly title: string;
  readonly description: string;
  readonly type: 'object';
  readonly required: readonly string[];
  readonly properties: Readonly<Record<SettingName, Setting>>;
}

export function readSettingsSchema(): SettingsSchema {
  return JSON.parse(readFileSync(new URL('schemas/config.json', packageRoot), 'utf8')) as SettingsSchema;
}

export function settingsOf(schema: SettingsSchema): readonly (readonly [SettingName, Setting])[] {
  return Object.entries(schema.properties) as [SettingName, Setting][];
}

/** What a setting accepts, worded to follow "must be": `an integer from 1 to 32`. */
export function expectedOf({ type, enum: choices, minimum, maximum, expected }: Setting): string {
  if (expected) return expected;
  if (choices) return choices.join(' or ');
  if (type === 'boolean') return 'true or false';
  if (type === 'string') return 'a string';
  const noun = type === 'integer' ? 'an integer' : 'a number';
  return [noun, minimum === undefined ? '' : ` from ${minimum}`, maximum === undefined ? '' : ` to ${maximum}`].join(
    '',
  );
}

/**
 * Where the Airbyte connector's config says which kind of credentials to use. It is not a setting of the tap itself.
 */
export const AUTH_METHOD = 'credentials.auth_method';

export const ENVIRONMENT_PREFIX = 'TAP_LINKEDIN_PAGES_';

/** The environment variable of a setting or alias. */
export function environmentVariable(path: string): string {
  return ENVIRONMENT_PREFIX + path.toUpperCase().replaceAll('.', '_');
}
