import type { BatchResource } from '../linkedin/batch-keys.js';
import type { Endpoint } from '../linkedin/endpoints.js';
import type { ApiRequest } from '../linkedin/api-request.js';
import type { TimeWindow } from '../linkedin/request-builders.js';
import type { StreamSchema } from '../singer/schema.js';
import type { Storage } from './storage.js';

/** A JSON object as LinkedIn sent it. */
export type Element = Readonly<Record<string, unknown>>;
export type Row = Readonly<Record<string, unknown>>;

/** What a row function may use besides the element. */
export interface RowContext {
  /** `urn:li:organization:N` that the element is about, and its number; empty and 0 where there is none. */
  readonly organization: string;
  readonly organizationId: number;
  /** URN of the post that the element belongs to; empty where there is none. */
  readonly post: string;
  /** UTC day of the run, `YYYY-MM-DD`. */
  readonly snapshotDate: string;
  readonly granularity: TimeWindow['granularity'];
  /** Formats the limits of buckets, each only once: the same days come for every organization. */
  readonly formatSecond: (ms: number) => string;
  /** Locale of names, for instance `en_US`. */
  readonly locale: string;
  /** Name of a function, industry, seniority or geo by its URN; null where it is unknown or not requested. */
  readonly nameOf: (urn: string) => string | null;
}

/**
 * Where rows come from: a kind of call. Streams with the same source share its answers, so that each call is made once.
 */
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

/** Facts that every source has, for the code that plans, reads, estimates and tests sources of any kind. */
interface SourceFacts {
  readonly endpoint: Endpoint;
  /**
   * What one request is about: the whole run, one organization, one page of `benchmark_organization_ids`, one post, or
   * something mentioned in other answers.
   */
  readonly per: 'run' | 'organization' | 'benchmark' | 'post' | 'mention';
  /** The source whose answers say what to request: without them it is not read. */
  readonly after?: Source;
  /** A source that is read right after it, in the same task: what comes here tells that one what to read again. */
  readonly ahead?: Source;
}

/** The sources that must be read before a source, in order. */
export function sourcesBehind({ after }: Source): Source[] {
  return after ? [...sourcesBehind(after), after] : [];
}

/** For the default case of a switch: code that forgets a kind of source does not compile. */
export function neverComes(source: never): never {
  throw new TypeError(`A source of an unknown kind: ${JSON.stringify(source)}`);
}

/** The walk over all roles of the member. */
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

/** One call per organization. */
export interface OrganizationSource extends SourceFacts {
  readonly kind: 'organization';
  readonly per: 'organization';
  readonly endpoint: Endpoint;
  readonly request: (organization: string) => ApiRequest;
  /**
   * `entity`: the body is the single element, and has the field `field`. `finder`: the list `elements` holds the
   * elements, and their field `owner` says whose they are.
   */
  readonly answer:
    { readonly kind: 'entity'; readonly field: string } | { readonly kind: 'finder'; readonly owner: string };
  /** Facet arrays whose items name a `geo`. */
  readonly geoFacets?: readonly string[];
}

/** One call per page of others, and their names by BATCH_GET. */
export interface BenchmarkSource extends SourceFacts {
  readonly kind: 'benchmark';
  readonly per: 'benchmark';
  readonly endpoint: Endpoint;
  readonly request: (organization: string) => ApiRequest;
  /** The field that a valid answer has. */
  readonly field: string;
  readonly names: Endpoint & BatchResource;
}

/** One call per organization and time window. */
export interface TimeBoundSource extends SourceFacts {
  readonly kind: 'time bound';
  readonly per: 'organization';
  readonly endpoint: Endpoint;
  readonly request: (organization: string, window: TimeWindow) => ApiRequest;
  /** The field of an element that says whose it is. */
  readonly owner: string;
  /** LinkedIn may have more than 12 months: older ones are requested, unless a bookmark shows that this was done. */
  readonly servesEarlier?: true;
}

/** A list of standardized data, read to its end once per run. */
export interface StandardizedSource extends SourceFacts {
  readonly kind: 'standardized';
  readonly per: 'run';
  readonly endpoint: Endpoint;
  readonly path: string;
  /** Kind of its elements' URNs, for instance `function`. */
  readonly urnKind: string;
  /** Facet rows show its names. */
  readonly named?: true;
}

/** The geos that other answers mention, by BATCH_GET. */
export interface GeosSource extends SourceFacts {
  readonly kind: 'geos';
  readonly per: 'mention';
  readonly endpoint: Endpoint & BatchResource;
}

/** What others did concerning an organization. */
export interface NotificationsSource extends SourceFacts {
  readonly kind: 'notifications';
  readonly per: 'organization';
  readonly ahead: PostsSource;
  readonly endpoint: Endpoint;
}

/** The walk over an organization's posts, most recently modified first. */
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

/** Comments, likes or reactions of a post, page by page, requested again when their count has changed. */
export interface PostDetailsSource extends SourceFacts {
  readonly kind: 'post details';
  readonly per: 'post';
  readonly after: SocialMetadataSource;
  readonly endpoint: Endpoint;
  readonly request: (entity: string, start: number) => ApiRequest;
  /** The count in socialMetadata that shows a change. */
  readonly follows: 'comments' | 'reactions';
  /**
   * An element with details of its own that belong here too, for instance a comment with replies; null: it has none.
   */
  readonly below?: (element: Element) => DetailsBelow | null;
}

export interface DetailsBelow {
  /** URN of the element. */
  readonly entity: string;
  /** Number of its details; null where LinkedIn does not say. */
  readonly count: number | null;
}

/** Daily metrics of the posts that are videos. */
export interface VideosSource extends SourceFacts {
  readonly kind: 'videos';
  readonly per: 'post';
  readonly after: PostsSource;
  readonly endpoint: Endpoint;
}

/**
 * How a stream is kept up to date: in full on each run, as a dated snapshot of lifetime numbers, from a bookmark on, or
 * wherever posts have changed.
 */
export type Replication =
  | { readonly kind: 'full' }
  | { readonly kind: 'lifetime' }
  | { readonly kind: 'incremental'; readonly key: string }
  | { readonly kind: 'follows changes' };

/** One entry of the stream table: everything that distinguishes a stream from the others. */
export interface StreamEntry {
  readonly name: string;
  readonly source: Source;
  readonly keyProperties: readonly string[];
  readonly replication: Replication;
  readonly selectedByDefault: boolean;
  /** LinkedIn's rule on how long it may be stored; null: none. */
  readonly storage: Storage | null;
  /** The rows of this stream for one element of an answer. Pure. */
  readonly rows: (element: Element, context: RowContext) => readonly Row[];
  /** Fields with text that members wrote. */
  readonly memberTexts?: readonly string[];
  /** All its faults are only warnings: it is about other organizations' pages. */
  readonly neverFails?: true;
  /** Its rows wait for the names of the geos they mention. */
  readonly namesGeos?: boolean;
}

/** A table entry with its schema loaded. */
export interface Stream extends StreamEntry {
  readonly schema: StreamSchema;
}
