import type { JsonObject } from '../json-object.js';

/** Rest.li's read methods, as the `X-RestLi-Method` header and LinkedIn's error messages name them. */
export type RestliMethod = 'GET' | 'BATCH_GET' | 'FINDER' | 'GET_ALL';

/** One call to LinkedIn's API, already in wire form. */
export interface ApiRequest {
  /** Resource name, for instance `organizationalEntityShareStatistics`. LinkedIn's quotas are per resource. */
  readonly resource: string;
  readonly method: RestliMethod;
  /** Path after the host, for instance `/rest/organizations/1`; values are percent-encoded. */
  readonly path: string;
  /** Query string without `?`, Rest.li-encoded; `''` for none. */
  readonly query: string;
  /** Stream that the call is counted for. */
  readonly stream?: string;
  /** URN of the one thing the call is about, for messages; left out for an organization, or several things. */
  readonly about?: string;
  /** Fewer tries than `max_tries`. A 429 still gets all of them. */
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
