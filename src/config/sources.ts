import { nearest } from '../nearest.js';
import { readTextFile } from '../text-file.js';
import { CREDENTIAL_SETTINGS } from './credentials.js';
import { quoteSafely } from './faults.js';
import { isOpenToOthers as isOpenToOthersOnDisk, type FileModeCheck } from './file-mode.js';
import { readConfigFile } from './file.js';
import { fromText, readEnvironment } from './environment.js';
import type { ConfigFault, Findings, Given, GivenName } from './given.js';
import { AUTH_METHOD, ENVIRONMENT_PREFIX, environmentVariable, settingsOf } from './schema.js';
import type { SettingsSchema } from './schema.js';

export interface Sources {
  /** Files in the order of `--config`, later ones win; the word `ENV` means the environment. */
  readonly paths: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Reads the text of a file; left out: from disk. */
  readonly readFile?: (path: string) => Promise<string>;
  /** Left out: by the file modes on disk. */
  readonly isOpenToOthers?: FileModeCheck;
}

/** Merges the sources: for each setting, the last source that has it wins. */
export async function readSources(sources: Sources, schema: SettingsSchema): Promise<Findings> {
  const { paths, env, readFile = readTextFile, isOpenToOthers = isOpenToOthersOnDisk } = sources;
  const names = knownPaths(schema);
  const given = new Map<GivenName, Given>();
  const secrets = new Set<string>();
  const faults: ConfigFault[] = [];
  const unknown = new Set<string>();
  const warnings: string[] = [];

  for (const path of paths) {
    const entries =
      path === 'ENV' ? readEnvironment({ env, names, schema }) : await readConfigFile({ path, readFile, faults });
    const here = new Map<GivenName, Given>();
    let holdsSecret = false;
    for (const entry of entries) {
      const name = names.get(entry.path);
      if (name === undefined) unknown.add(entry.path);
      if (name === undefined || isAbsent(name, entry.value)) continue;
      if (name !== AUTH_METHOD && schema.properties[name].secret) {
        holdsSecret = true;
        keepSecret(secrets, entry.value);
      }
      // A setting's own name wins over its aliases.
      if (entry.path === name || !here.has(name))
        here.set(name, { ...entry, value: takeFraction(name, entry.value, schema) });
    }
    if (holdsSecret && path !== 'ENV' && (await isOpenToOthers(path))) {
      warnings.push(`${path} holds secrets, and other users of this machine may read it: chmod 600 ${path}`);
    }
    for (const [name, { value, path: written, place }] of here) {
      given.set(name, { value, path: written, ...(paths.length > 1 && { place }) });
    }
  }

  for (const path of unknown) {
    const known = nearest(
      path,
      path.startsWith(ENVIRONMENT_PREFIX) ? [...names.keys()].map(environmentVariable) : names.keys(),
    );
    warnings.push(`Unknown setting ${quoteSafely(path, secrets)} is ignored; the nearest known one is "${known}".`);
  }
  return { given, secrets, faults, warnings };
}

/** Every place where a value may be, with its setting. */
function knownPaths(schema: SettingsSchema): ReadonlyMap<string, GivenName> {
  const paths = new Map<string, GivenName>([[AUTH_METHOD, AUTH_METHOD]]);
  for (const [name, { aliases = [] }] of settingsOf(schema)) {
    for (const path of [name, ...aliases]) paths.set(path, name);
  }
  return paths;
}

function isAbsent(name: GivenName, value: unknown): boolean {
  if (value === null) return true;
  return typeof value === 'string' && value.trim() === '' && (CREDENTIAL_SETTINGS as readonly string[]).includes(name);
}

/** Numbers may be text in files too: Meltano 4.4.1 breaks on fractions unless it passes them as text. */
function takeFraction(name: GivenName, value: unknown, { properties }: SettingsSchema): unknown {
  if (typeof value !== 'string' || name === AUTH_METHOD || properties[name].type !== 'number') return value;
  return fromText(value, properties[name]);
}

function keepSecret(secrets: Set<string>, value: unknown): void {
  if (typeof value === 'string' || typeof value === 'number') secrets.add(String(value));
}
