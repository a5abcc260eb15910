import type { IncomingHttpHeaders } from 'node:http';
import type { RestliMethod } from '../linkedin/api-request.js';

/** One request that reached the sandbox. */
export interface LoggedRequest {
  readonly method: string;
  /** Path and query, raw. */
  readonly url: string;
  /** Names in lower case, without `authorization`. */
  readonly headers: IncomingHttpHeaders;
  /** Which token was sent: `initial`, `refreshed-1`, …, `unknown`, `none`. */
  readonly token: string;
  /** As sent, but for credentials in a form to an OAuth endpoint, which are `***`. */
  readonly body: string;
  /** Status of the answer; 0 if none was sent or it is still pending. */
  readonly status: number;
  /** Resource name; for the OAuth endpoints `accessToken`, `introspectToken` or `authorization`. */
  readonly resource: string | null;
  /** The first organization the call is about. */
  readonly organization?: number;
  readonly restliMethod?: RestliMethod;
}

export interface RequestLog {
  /** Adds an entry; the returned function records the status of its answer. */
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
      // Trimmed in big steps: dropping the oldest entry on each request would move all the others every time.
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

/** A form with the values of its credentials masked. */
export function hideSecrets(form: string): string {
  return form.replaceAll(/(^|&)([^=&]+)=[^&]*/g, (field: string, before: string, name: string) =>
    SECRET_FIELDS.includes(name) ? `${before}${name}=***` : field,
  );
}
