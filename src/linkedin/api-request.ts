import type { JsonObject } from '../json-object.js';

/** Rest.li's read methods, as the `X-RestLi-Method` header and LinkedIn's error messages name them. */
export type RestliMethod = 'GET' | 'BATCH_GET' | 'FINDER' | 'GET_ALL';

/** One call to LinkedIn's API, already in wire form. */
export interface ApiRequest {
  /** Resource name, for instance `organizationalEntityShareStatistics`: LinkedIn's quotas count by it. */
  readonly resource: string;
  readonly method: RestliMethod;
  /** Path from the host on, for instance `/rest/organizations/1`; values are percent-encoded. */
  readonly path: string;
  /** Query string without `?`, Rest.li-encoded; `''` for none. */
  readonly query: string;
  /** Whom the call is counted for. */
  readonly stream?: string;
  /** URN of the one thing that it is about, for messages; left out where that is an organization, or several things. */
  readonly about?: string;
  /** Fewer tries than `max_tries`. A 429 gets its tries all the same. */
  readonly maxTries?: number;
}

/** One answer of LinkedIn's API. */
export interface ApiAnswer<Body = unknown> {
  readonly body: Body;
  /** When the answer arrived, epoch milliseconds of the run's clock. */
  readonly receivedAt: number;
}

/** The collection envelope of finders and GET_ALL. */
export interface Collection<Element = JsonObject> {
  readonly elements: readonly Element[];
}
