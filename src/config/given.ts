import type { AUTH_METHOD, SettingName } from './schema.js';

export type GivenName = SettingName | typeof AUTH_METHOD;

/** A setting's value as it was found. */
export interface Given {
  readonly value: unknown;
  /** How the user wrote the setting there: its name, or an alias. */
  readonly path: string;
  /** The file or environment variable it came from; left out where there is only one source. */
  readonly place?: string;
}

/** One thing that is wrong with a configuration. */
export interface ConfigFault {
  /** The setting as the user wrote it (`org_id[1]`, `credentials.client_id`), or a file. */
  readonly path: string;
  /** What would be right, as it follows the path. */
  readonly message: string;
}

/** What all sources hold, merged; not yet checked. */
export interface Findings {
  readonly given: ReadonlyMap<GivenName, Given>;
  /** Values of secrets, of overridden ones too. */
  readonly secrets: ReadonlySet<string>;
  readonly faults: readonly ConfigFault[];
  readonly warnings: readonly string[];
}
