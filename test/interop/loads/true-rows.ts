import { firstServedDay } from '../../../src/sync/window.js';
import type { Truth } from '../../../src/sandbox/truth.js';
import { NAMES, type StandardKind } from '../../../src/sandbox/data/standard/catalogue.js';
import { STREAM_TABLE } from '../../../src/streams/table.js';
import type { Json } from '../../support/output.js';
import { facetOf } from '../../support/rows.js';
import { urn } from '../../support/sandboxes.js';

/** What the sandbox knows of one row. */
export interface TrueRow {
  /** As LinkedIn has it: what it does not say is null in the record. */
  readonly truth: Json;
  /** What the tap adds to it, or changes in it. */
  readonly own: Json;
  /** Columns that the sandbox tells nothing of, or all of which neither speaks: they are as the tap wrote them. */
  readonly untold?: readonly string[] | 'rest';
}

/** What there is to know at one moment: `now` of the sandbox, in ISO form. */
export interface Known {
  readonly truth: Truth;
  readonly now: string;
}

const DAY_MS = 86_400_000;
/** LinkedIn leaves posts without activity out; for the young ones among them the tap says zeros. */
const YOUNG_MS = 60 * DAY_MS;
const ZEROS = {
  impressionCount: 0,
  uniqueImpressionsCount: 0,
  clickCount: 0,
  likeCount: 0,
  commentCount: 0,
  shareCount: 0,
  engagement: 0,
};
const VIDEO_METRICS = ['VIDEO_VIEW', 'VIEWER', 'TIME_WATCHED', 'TIME_WATCHED_FOR_VIDEO_VIEWS'] as const;

/** Every row that a stream ought to have, all that LinkedIn serves read at once. */
export function trueRows(stream: string, known: Known): TrueRow[] {
  const facet = facetOf({ name: stream } as (typeof STREAM_TABLE)[number]);
  if (facet !== null) return facetRows(stream, facet, known);
  const rows = ROWS[stream];
  if (!rows) throw new Error(`Nobody has said what is true of ${stream}.`);
  return rows(known);
}

const ROWS: Readonly<Record<string, (known: Known) => TrueRow[]>> = {
  organization_lookup: ({ truth }) =>
    truth.organizations().map(({ $URN, ...page }) => ({
      truth: page as object as Json,
      own: { urn: $URN, organization: $URN, organization_id: page.id },
    })),
  organization_acls: ({ truth }) =>
    truth.acls().map((role) => ({ truth: { ...role }, own: { organization_id: numberOf(role.organization) } })),
  total_follower_count: (known) =>
    lifetime(known, 'organization', (id) => ({ firstDegreeSize: known.truth.totalFollowers(id) })),
  follower_statistics: (known) => lifetime(known, 'organizationalEntity', (id) => known.truth.lifetimeFollowers(id)),
  share_statistics: (known) =>
    lifetime(known, 'organizationalEntity', (id) => ({ totalShareStatistics: known.truth.lifetimeShares(id) })),
  page_statistics: (known) =>
    lifetime(known, 'organization', (id) => {
      const { totalPageStatistics, ...rest } = known.truth.lifetimePages(id);
      return { ...rest, ...(totalPageStatistics as Json) };
    }),
  follower_statistics_time_bound: (known) =>
    buckets(known, 'organizationalEntity', (of) => wrap('followerGains', known.truth.followerDay(of))),
  share_statistics_time_bound: (known) =>
    buckets(known, 'organizationalEntity', (of) => wrap('totalShareStatistics', known.truth.shareDay(of))),
  page_statistics_time_bound: (known) =>
    buckets(known, 'organization', (of) => known.truth.pageDay(of) as object as Json | null),
  posts: (known) =>
    idsOf(known).flatMap((id) =>
      known.truth.posts(id).map((post) => ({
        truth: post as object as Json,
        own: {
          author: urn(id),
          organization_id: id,
          permalink: `https://www.linkedin.com/feed/update/${post.id}/`,
        },
        untold: ['hashtags', 'mentions'],
      })),
    ),
  post_statistics: (known) =>
    followed(known, ({ id, createdAt }) => {
      const counts = known.truth.postStatistics(id);
      if (counts === null && createdAt < Date.parse(known.now) - YOUNG_MS) return [];
      const own = { is_imputed: counts === null, snapshot_date: dayOf(known) };
      return [{ truth: { totalShareStatistics: counts ?? ZEROS }, own }];
    }),
  post_social_metadata: (known) =>
    followed(known, ({ id }) => {
      const counts = known.truth.socialMetadata(id);
      const reactions = Object.values(counts['reactionSummaries'] as Record<string, Json>);
      const reaction_count = reactions.reduce((sum, { count }) => sum + Number(count), 0);
      return [{ truth: counts, own: { reaction_count, snapshot_date: dayOf(known) } }];
    }),
  comments: (known) =>
    followed(known, ({ id }) =>
      known.truth.comments(id).map(({ $URN = null, ...body }) => ({ truth: body, own: { urn: $URN } })),
    ),
  likes: (known) =>
    followed(known, ({ id }) =>
      known.truth.likes(id).map(({ $URN, ...body }) => ({ truth: body, own: { urn: $URN } })),
    ),
  reactions: (known) =>
    followed(known, ({ id }) => known.truth.reactions(id).map((body) => ({ truth: body, own: {} }))),
  video_statistics: (known) =>
    followed(known, ({ id }) =>
      VIDEO_METRICS.flatMap((type) => daysUpTo(known.now).flatMap((day) => videoDay(known, { post: id, type, day }))),
    ),
  functions: standardized('function'),
  industries: standardized('industry'),
  seniorities: standardized('seniority'),
  countries: standardized('country'),
  regions: standardized('region'),
  geos: ({ truth }) => {
    const ids = idsOf({ truth });
    const answers = ids.flatMap((id) => [truth.lifetimeFollowers(id), truth.lifetimePages(id)]);
    const facets = answers.flatMap((answer) =>
      Object.entries(answer).flatMap(([name, items]) => (/ByGeo(Country)?$/.test(name) ? (items as Json[]) : [])),
    );
    const mentioned = new Set(facets.map(({ geo }) => String(geo)));
    return [...mentioned].filter((geo) => truth.nameOf(geo) !== null).map((geo) => named(geo, truth));
  },
};

const idsOf = ({ truth }: Pick<Known, 'truth'>): number[] => truth.organizations().map(({ id }) => id);
const numberOf = (ofUrn: string): number => Number(ofUrn.slice(ofUrn.lastIndexOf(':') + 1));
const dayOf = ({ now }: Known): string => now.slice(0, 10);
const wrap = (name: string, value: unknown): Json | null => (value === null ? null : { [name]: value });

function lifetime(known: Known, owner: string, tell: (id: number) => Json): TrueRow[] {
  return idsOf(known).map((id) => ({
    truth: tell(id),
    own: { [owner]: urn(id), organization_id: id, snapshot_date: dayOf(known) },
  }));
}

/** The key is the page and what the item counts, whose name a standardized-data stream knows. */
function facetRows(stream: string, facet: string, known: Known): TrueRow[] {
  const { keyProperties } = STREAM_TABLE.find(({ name }) => name === stream)!;
  const [owner, column] = keyProperties as [string, string];
  const pages = owner === 'organization';
  return idsOf(known).flatMap((id) => {
    const answer = pages ? known.truth.lifetimePages(id) : known.truth.lifetimeFollowers(id);
    return (answer[facet] as Json[]).map(({ [column]: value, industryV2, pageStatistics, ...rest }) => {
      const counted = (value ?? industryV2 ?? 'UNSPECIFIED') as string;
      return {
        truth: { ...rest, ...(pageStatistics as Json | undefined) },
        own: {
          [owner]: urn(id),
          organization_id: id,
          [column]: counted,
          [`${column}_name`]: known.truth.nameOf(counted),
          snapshot_date: dayOf(known),
        },
      };
    });
  });
}

function buckets(
  known: Known,
  owner: string,
  tell: (of: { organization: number; day: string }) => Json | null,
): TrueRow[] {
  return idsOf(known).flatMap((organization) =>
    daysUpTo(known.now).flatMap((day) => {
      const truth = tell({ organization, day });
      const own = { [owner]: urn(organization), organization_id: organization };
      return truth ? [{ truth, own: { ...own, ...rangeOf(day) } }] : [];
    }),
  );
}

/** The whole days that LinkedIn serves: an unfinished one is not read. */
function daysUpTo(now: string): string[] {
  const first = firstServedDay(Date.parse(now));
  const count = Math.floor((Date.parse(now) - first) / DAY_MS);
  return Array.from({ length: count }, (_, index) => new Date(first + index * DAY_MS).toISOString().slice(0, 10));
}

function rangeOf(day: string): Json {
  const end = new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
  const range = { start: `${day}T00:00:00Z`, end: `${end}T00:00:00Z` };
  return { timeRange: range, time_range_start: range.start, time_range_end: range.end, time_granularity: 'DAY' };
}

/** Rows of the posts that were modified within the twelve months LinkedIn serves: older ones are not followed. */
function followed(
  known: Known,
  tell: (post: { readonly id: string; readonly createdAt: number }) => TrueRow[],
): TrueRow[] {
  const since = firstServedDay(Date.parse(known.now));
  return idsOf(known).flatMap((id) =>
    known.truth
      .posts(id)
      .filter(({ lastModifiedAt }) => lastModifiedAt >= since)
      .flatMap((post) =>
        tell(post).map((row) => {
          const own = { post: post.id, organization: urn(id), organization_id: id, ...row.own };
          return { ...row, own };
        }),
      ),
  );
}

function videoDay(
  { truth }: Known,
  of: { post: string; type: (typeof VIDEO_METRICS)[number]; day: string },
): TrueRow[] {
  const value = truth.videoDay(of);
  return value === 0
    ? []
    : [{ truth: { value }, own: { entity: of.post, statistics_type: of.type, ...rangeOf(of.day) } }];
}

function standardized(kind: StandardKind): (known: Known) => TrueRow[] {
  return ({ truth }) => [...NAMES[kind].keys()].map((id) => named(`urn:li:${kind}:${id}`, truth));
}

function named(ofUrn: string, truth: Truth): TrueRow {
  const id = ofUrn.slice(ofUrn.lastIndexOf(':') + 1);
  const own = { id: /^\d+$/.test(id) ? Number(id) : id, urn: ofUrn, name_text: truth.nameOf(ofUrn) };
  return { truth: {}, own, untold: 'rest' };
}
