import type { IncomingHttpHeaders } from 'node:http';
import type { RestliMethod } from '../linkedin/api-request.js';

/** One request that reached the sandbox. */
export interface LoggedRequest {
  readonly method: string;
  /** Path and query, raw. */
  readonly url: string;
  /** Names in lower case; without `authorization`. */
  readonly headers: IncomingHttpHeaders;
  /** Which token was shown: `initial`, `refreshed-1`, …, `unknown`, `none`. */
  readonly token: string;
  /** As sent; the values of credentials in a form for the token endpoint are `***`. */
  readonly body: string;
  /** Status of the answer; 0 while there is none, and where none was sent. */
  readonly status: number;
  /** Resource name; `accessToken` and `introspectToken` for the OAuth endpoints. */
  readonly resource: string | null;
  /** First organization the call is about. */
  readonly organization?: number;
  readonly restliMethod?: RestliMethod;
}

export interface RequestLog {
  /** Adds an entry in order of arrival; the function that comes back notes the status of the answer. */
  add(entry: Omit<LoggedRequest, 'status'>): (status: number) => void;
  list(): readonly LoggedRequest[];
  clear(): void;
}

export function createRequestLog(readSize: () => number): RequestLog {
  let entries: LoggedRequest[] = [];
  return {
    add(entry) {
      const logged = { ...entry, status: 0 };
      entries.push(logged);
      // Cut in big steps: dropping the oldest entry at each request would move all others each time.
      if (entries.length > 2 * readSize()) entries = entries.slice(-readSize());
      return (status) => {
        logged.status = status;
      };
    },
    list: () => entries.slice(-readSize()),
    clear() {
      entries = [];
    },
  };
}

const SECRET_FIELDS = ['client_secret', 'refresh_token', 'token', 'code'];

/** A form without the values of its credentials. */
export function hideSecrets(form: string): string {
  return form.replaceAll(/(^|&)([^=&]+)=[^&]*/g, (field: string, before: string, name: string) =>
    SECRET_FIELDS.includes(name) ? `${before}${name}=***` : field,
  );
}
