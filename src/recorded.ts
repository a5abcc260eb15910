/** One call of a recording, as its file has it. Of what came, there is an answer, or how the connection broke. */
export interface RecordedCall {
  readonly request: {
    readonly method: string;
    /** Path and query; the two hosts are told apart by their paths. */
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
  };
  readonly answer?: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    /** The JSON that came. */
    readonly body?: unknown;
    /** What came where that was no JSON. */
    readonly text?: string;
  };
  /** For instance `time-out`. */
  readonly broken?: string;
}

/** What a recording was made with, as far as it decides what is asked: settings by their names, without secrets. */
export interface RecordingSettings {
  /** The instant that was taken as now. */
  readonly now: string;
  readonly [setting: string]: unknown;
}

/** Numbers that are no user's: of LinkedIn's own page, of a page and of a post that cannot be. A recording keeps them. */
export const NOBODYS = { linkedin: '1337', page: '999999999999', post: '1000000000000000001' } as const;

/** Files of a recording beside its calls. */
export const SETTINGS_FILE = 'settings.json';
export const STATE_FILE = 'state.json';
/** `0001-organizationAcls.json`. */
export const CALL_FILE = /^\d{4,}-[\w-]*\.json$/;
