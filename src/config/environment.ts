import { AUTH_METHOD, ENVIRONMENT_PREFIX, environmentVariable } from './schema.js';
import type { Setting, SettingsSchema } from './schema.js';
import type { Given, GivenName } from './given.js';

interface EnvironmentRequest {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Every name and alias, with the setting it stands for. */
  readonly names: ReadonlyMap<string, GivenName>;
  readonly schema: SettingsSchema;
}

/** The settings in the environment, including variables that only look like one. */
export function readEnvironment({ env, names, schema }: EnvironmentRequest): readonly Given[] {
  const paths = new Map([...names.keys()].map((path) => [environmentVariable(path), path]));
  return Object.entries(env).flatMap(([variable, text = '']) => {
    if (!SETTING_VARIABLE.test(variable) || text.trim() === '') return [];
    const path = paths.get(variable) ?? variable;
    const name = names.get(path);
    const typed = name !== undefined && name !== AUTH_METHOD;
    return [{ path, value: typed ? fromText(text, schema.properties[name]) : text, place: variable }];
  });
}

/** Excludes Meltano's own variables for a plugin, which have a second underscore: `TAP_LINKEDIN_PAGES__SELECT`. */
const SETTING_VARIABLE = new RegExp(`^${ENVIRONMENT_PREFIX}[^_]`);

/**
 * Converts by the declared type: a client_secret of digits stays a string. A value that does not fit stays as it is,
 * and the check names it.
 */
export function fromText(text: string, { type }: Setting): unknown {
  if (type !== 'boolean' && type !== 'integer' && type !== 'number') return text;
  try {
    const value: unknown = JSON.parse(text.toLowerCase());
    return typeof value === 'boolean' || typeof value === 'number' ? value : text;
  } catch {
    return text;
  }
}
