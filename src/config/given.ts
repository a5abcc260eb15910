import type { AUTH_METHOD, SettingName } from './schema.js';

export type GivenName = SettingName | typeof AUTH_METHOD;

/** A setting's value as it was found. */
export interface Given {
  readonly value: unknown;
  /** The setting as the user wrote it: its name, or an alias. */
  readonly path: string;
  /** The file or environment variable it came from; left out if there is only one source. */
  readonly place?: string;
}

/** One fault of a configuration. */
export interface ConfigFault {
  /** The setting as the user wrote it (`org_id[1]`, `credentials.client_id`), or a file. */
  readonly path: string;
  /** What would be right, worded to follow the path. */
  readonly message: string;
}

/** The merged content of all sources, unchecked. */
export interface Findings {
  readonly given: ReadonlyMap<GivenName, Given>;
  /** Values of secrets, including overridden ones. */
  readonly secrets: ReadonlySet<string>;
  readonly faults: readonly ConfigFault[];
  readonly warnings: readonly string[];
}
