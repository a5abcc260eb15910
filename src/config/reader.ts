import type { Settings } from '../generated/config.js';
import { readPackageVersion } from '../package.js';
import { misfit } from './faults.js';
import type { Misfit } from './faults.js';
import type { ConfigFault, Findings, Given, GivenName } from './given.js';
import type { SettingName, SettingsSchema } from './schema.js';
import { checkSettings } from './validate.js';

/** Settings whose strings have a syntax of their own. */
type PhraseName = 'now' | 'start_date' | 'end_date' | 'shard' | 'api_url' | 'oauth_url';

/** How all calls to LinkedIn are made, whatever their purpose. */
export interface CallSettings {
  readonly requestTimeoutMs: number;
  readonly maxTries: number;
  readonly retryWaitMs: number;
  readonly userAgent: string;
}

/** Provides settings, and collects their faults. */
export class SettingsReader {
  /** With defaults where nothing, or nothing of the right type, was given. */
  readonly settings: Settings;
  readonly faults: ConfigFault[];
  readonly #findings: Findings;
  readonly #schema: SettingsSchema;
  readonly #broken = new Set<GivenName>();

  constructor(findings: Findings, schema: SettingsSchema) {
    this.#findings = findings;
    this.#schema = schema;
    this.faults = [...findings.faults];
    const { settings, misfits } = checkSettings(findings.given, schema);
    this.settings = settings;
    for (const name of misfits) this.reject(name);
  }

  /** The parsed setting; undefined if it cannot be parsed, which is a fault, or is absent. */
  parse<T>(name: PhraseName, parser: (text: string) => T | undefined): T | undefined {
    const text = this.settings[name];
    if (text === undefined) return undefined;
    const parsed = parser(text);
    if (parsed === undefined) this.reject(name);
    return parsed;
  }

  get callSettings(): CallSettings {
    const { request_timeout: timeout, max_tries: maxTries, retry_wait: wait, user_agent: userAgent } = this.settings;
    return {
      requestTimeoutMs: Math.round(timeout * 1000),
      maxTries,
      retryWaitMs: Math.round(wait * 1000),
      userAgent: userAgent.replace('<version>', readPackageVersion()),
    };
  }

  given(name: GivenName): Given | undefined {
    return this.#findings.given.get(name);
  }

  /** Notes that the setting does not accept the value, or an item of it. */
  reject(name: SettingName, item?: Misfit['item']): void {
    const { secrets } = this.#findings;
    const given = this.given(name) ?? { path: name, value: this.settings[name] };
    this.#broken.add(name);
    this.faults.push(misfit({ given, setting: this.#schema.properties[name], secrets, ...(item && { item }) }));
  }

  /** Whether none of them has a fault, so that rules between them can be checked. */
  areValid(...names: readonly GivenName[]): boolean {
    return !names.some((name) => this.#broken.has(name));
  }
}
