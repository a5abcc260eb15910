import type { BatchResource } from '../linkedin/batch.js';
import type { Endpoint, TimeWindow } from '../linkedin/endpoints.js';
import type { ApiRequest } from '../linkedin/request.js';
import type { StreamSchema } from '../singer/schema.js';

/** A JSON object as LinkedIn sent it. */
export type Element = Readonly<Record<string, unknown>>;
export type Row = Readonly<Record<string, unknown>>;

/** What a row function may know beside the element. */
export interface RowContext {
  /** `urn:li:organization:N` that the element is about, and its number. */
  readonly organization: string;
  readonly organizationId: number;
  /** UTC day of the run, `YYYY-MM-DD`. */
  readonly snapshotDate: string;
  readonly granularity: TimeWindow['granularity'];
  /** Prints the limits of buckets; remembers them, because the same days come for every organization. */
  readonly formatSecond: (ms: number) => string;
}

/** Where rows come from: a kind of call. Streams that share a source share its answers, so that each call is made once. */
export type Source = RolesSource | BatchSource | OrganizationSource | TimeBoundSource;

/** The one walk over all roles of the member. */
export interface RolesSource {
  readonly kind: 'roles';
  readonly endpoint: Endpoint;
}

/** BATCH_GET by the numbers of organizations. */
export interface BatchSource {
  readonly kind: 'batch';
  readonly endpoint: Endpoint & BatchResource;
}

/** One call for each organization. */
export interface OrganizationSource {
  readonly kind: 'organization';
  readonly endpoint: Endpoint;
  readonly request: (organization: string) => ApiRequest;
  /** `entity`: the body is the one element; `finder`: they are in its list `elements`. */
  readonly answer: 'entity' | 'finder';
}

/** One call for each organization and window of time. */
export interface TimeBoundSource {
  readonly kind: 'time bound';
  readonly endpoint: Endpoint;
  readonly request: (organization: string, window: TimeWindow) => ApiRequest;
}

/** How a stream is kept up to date: whole on each run, as a dated snapshot of lifetime numbers, or from a bookmark on. */
export type Replication =
  { readonly kind: 'full' } | { readonly kind: 'lifetime' } | { readonly kind: 'incremental'; readonly key: string };

/** One line of the stream table: all that makes a stream differ from the others. */
export interface StreamEntry {
  readonly name: string;
  readonly source: Source;
  readonly keyProperties: readonly string[];
  readonly replication: Replication;
  readonly selectedByDefault: boolean;
  /** What one element of an answer comes to in this stream. Pure. */
  readonly row: (element: Element, context: RowContext) => Row;
}

/** A table entry with its schema file read. */
export interface Stream extends StreamEntry {
  readonly schema: StreamSchema;
}
