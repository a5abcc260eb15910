import type { BatchResource } from '../linkedin/batch-keys.js';
import type { Endpoint } from '../linkedin/endpoints.js';
import type { ApiRequest } from '../linkedin/api-request.js';
import type { TimeWindow } from '../linkedin/request-builders.js';
import type { StreamSchema } from '../singer/schema.js';
import type { Storage } from './storage.js';

/** A JSON object as LinkedIn sent it. */
export type Element = Readonly<Record<string, unknown>>;
export type Row = Readonly<Record<string, unknown>>;

/** What a row function may know beside the element. */
export interface RowContext {
  /** `urn:li:organization:N` that the element is about, and its number; empty and 0 where it is about none. */
  readonly organization: string;
  readonly organizationId: number;
  /** URN of the post that the element belongs to; empty where it belongs to none. */
  readonly post: string;
  /** UTC day of the run, `YYYY-MM-DD`. */
  readonly snapshotDate: string;
  readonly granularity: TimeWindow['granularity'];
  /** Prints the limits of buckets; remembers them, because the same days come for every organization. */
  readonly formatSecond: (ms: number) => string;
  /** Of names, for instance `en_US`. */
  readonly locale: string;
  /** Name of a function, industry, seniority or geo by its URN; null where it is not known or not asked for. */
  readonly nameOf: (urn: string) => string | null;
}

/** Where rows come from: a kind of call. Streams that share a source share its answers, so that each call is made once. */
export type Source =
  | RolesSource
  | BatchSource
  | OrganizationSource
  | BenchmarkSource
  | TimeBoundSource
  | StandardizedSource
  | GeosSource
  | NotificationsSource
  | PostsSource
  | PostStatisticsSource
  | SocialMetadataSource
  | PostDetailsSource
  | VideosSource;

/** What is true of a source whatever its kind of call: what plans, reads, estimates and tries it goes by these. */
interface SourceFacts {
  readonly endpoint: Endpoint;
  /**
   * What it is asked about: once in a run, each organization, each page of others that `benchmark_organization_ids`
   * names, each post, or what other answers mention.
   */
  readonly per: 'run' | 'organization' | 'benchmark' | 'post' | 'mention';
  /** Whose answers tell what to ask about: without them it is not read. */
  readonly after?: Source;
  /** Read in one task with it, and before it: what comes tells that one what to read again. */
  readonly ahead?: Source;
}

/** The sources that have to be read before a source is, the first one first. */
export function sourcesBehind({ after }: Source): Source[] {
  return after ? [...sourcesBehind(after), after] : [];
}

/** Stands where no kind of source is left: one that is not provided for does not compile. */
export function neverComes(source: never): never {
  throw new TypeError(`A source of an unknown kind: ${JSON.stringify(source)}`);
}

/** The one walk over all roles of the member. */
export interface RolesSource extends SourceFacts {
  readonly kind: 'roles';
  readonly per: 'run';
  readonly endpoint: Endpoint;
}

/** BATCH_GET by the numbers of organizations. */
export interface BatchSource extends SourceFacts {
  readonly kind: 'batch';
  readonly per: 'organization';
  readonly endpoint: Endpoint & BatchResource;
}

/** One call for each organization. */
export interface OrganizationSource extends SourceFacts {
  readonly kind: 'organization';
  readonly per: 'organization';
  readonly endpoint: Endpoint;
  readonly request: (organization: string) => ApiRequest;
  /**
   * `entity`: the body is the one element, and has the field. `finder`: elements are in its list `elements`, and say in
   * the field `owner` whose they are.
   */
  readonly answer:
    { readonly kind: 'entity'; readonly field: string } | { readonly kind: 'finder'; readonly owner: string };
  /** Facet arrays whose items name a `geo`. */
  readonly geoFacets?: readonly string[];
}

/** One call for each page of others, and their names by BATCH_GET. */
export interface BenchmarkSource extends SourceFacts {
  readonly kind: 'benchmark';
  readonly per: 'benchmark';
  readonly endpoint: Endpoint;
  readonly request: (organization: string) => ApiRequest;
  /** The field without which the answer is none. */
  readonly field: string;
  readonly names: Endpoint & BatchResource;
}

/** One call for each organization and window of time. */
export interface TimeBoundSource extends SourceFacts {
  readonly kind: 'time bound';
  readonly per: 'organization';
  readonly endpoint: Endpoint;
  readonly request: (organization: string, window: TimeWindow) => ApiRequest;
  /** The field in which an element says whose it is. */
  readonly owner: string;
  /** LinkedIn may have more than 12 months: what no bookmark shows to have been asked for is asked for. */
  readonly servesEarlier?: true;
}

/** A list of standardized data, walked to its end once a run. */
export interface StandardizedSource extends SourceFacts {
  readonly kind: 'standardized';
  readonly per: 'run';
  readonly endpoint: Endpoint;
  readonly path: string;
  /** Kind of the URNs its elements have, for instance `function`. */
  readonly urnKind: string;
  /** Facet rows carry its names. */
  readonly named?: true;
}

/** The geos that other answers mention, by BATCH_GET. */
export interface GeosSource extends SourceFacts {
  readonly kind: 'geos';
  readonly per: 'mention';
  readonly endpoint: Endpoint & BatchResource;
}

/** What others did about an organization. */
export interface NotificationsSource extends SourceFacts {
  readonly kind: 'notifications';
  readonly per: 'organization';
  readonly ahead: PostsSource;
  readonly endpoint: Endpoint;
}

/** The walk over the posts of an organization, last modified first. */
export interface PostsSource extends SourceFacts {
  readonly kind: 'posts';
  readonly per: 'organization';
  readonly endpoint: Endpoint;
}

/** Statistics of single posts, batched by the kind of their URNs. */
export interface PostStatisticsSource extends SourceFacts {
  readonly kind: 'post statistics';
  readonly per: 'post';
  readonly after: PostsSource;
  readonly endpoint: Endpoint;
}

/** Counts of comments and reactions, by BATCH_GET of posts. */
export interface SocialMetadataSource extends SourceFacts {
  readonly kind: 'social metadata';
  readonly per: 'post';
  readonly after: PostsSource;
  readonly endpoint: Endpoint & BatchResource;
}

/** What people left under a post, page by page, asked for again when its count has moved. */
export interface PostDetailsSource extends SourceFacts {
  readonly kind: 'post details';
  readonly per: 'post';
  readonly after: SocialMetadataSource;
  readonly endpoint: Endpoint;
  readonly request: (entity: string, start: number) => ApiRequest;
  /** The count of socialMetadata that tells of a change. */
  readonly follows: 'comments' | 'reactions';
  /** What may have details of its own that belong here as well, for instance a comment with replies; null: nothing. */
  readonly below?: (element: Element) => DetailsBelow | null;
}

export interface DetailsBelow {
  /** Its URN. */
  readonly entity: string;
  /** How many details it has; null where LinkedIn does not say. */
  readonly count: number | null;
}

/** Daily metrics of the videos among the posts. */
export interface VideosSource extends SourceFacts {
  readonly kind: 'videos';
  readonly per: 'post';
  readonly after: PostsSource;
  readonly endpoint: Endpoint;
}

/** How a stream is kept up to date: whole on each run, as a dated snapshot of lifetime numbers, or from a bookmark on. */
export type Replication =
  | { readonly kind: 'full' }
  | { readonly kind: 'lifetime' }
  | { readonly kind: 'incremental'; readonly key: string }
  | { readonly kind: 'follows changes' };

/** One line of the stream table: all that makes a stream differ from the others. */
export interface StreamEntry {
  readonly name: string;
  readonly source: Source;
  readonly keyProperties: readonly string[];
  readonly replication: Replication;
  readonly selectedByDefault: boolean;
  /** LinkedIn's rule for how long it may be stored; null: none. */
  readonly storage: Storage | null;
  /** What one element of an answer comes to in this stream. Pure. */
  readonly rows: (element: Element, context: RowContext) => readonly Row[];
  /** Fields whose words members wrote. */
  readonly memberTexts?: readonly string[];
  /** Whatever goes wrong with it is a warning: it is about pages of others. */
  readonly neverFails?: true;
  /** Its rows wait until the geos they mention have names. */
  readonly namesGeos?: boolean;
}

/** A table entry with its schema file read. */
export interface Stream extends StreamEntry {
  readonly schema: StreamSchema;
}
