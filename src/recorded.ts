/** One call of a recording, as in its file: with an answer, or the way the connection broke. */
export interface RecordedCall {
  readonly request: {
    readonly method: string;
    /** Path and query; the path shows which of the two hosts was called. */
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
  };
  readonly answer?: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    /** The received JSON. */
    readonly body?: unknown;
    /** The received text, if it was not JSON. */
    readonly text?: string;
  };
  /** For instance `time-out`. */
  readonly broken?: string;
}

/** The settings that decide which calls a recording has, by name and without secrets. */
export interface RecordingSettings {
  /** The instant that counted as now. */
  readonly now: string;
  readonly [setting: string]: unknown;
}

/**
 * Numbers that belong to no user: LinkedIn's own page, and a page and a post that cannot exist. A recording keeps them.
 */
export const NOBODYS = { linkedin: '1337', page: '999999999999', post: '1000000000000000001' } as const;

/** Files of a recording besides its calls. */
export const SETTINGS_FILE = 'settings.json';
export const STATE_FILE = 'state.json';
/** `0001-organizationAcls.json`. */
export const CALL_FILE = /^\d{4,}-[\w-]*\.json$/;
