import type { Json } from '../../../support/output.js';
import type { Facts } from '../history.js';
import {
  dayOf,
  daysBetween,
  engagement,
  groupBy,
  pageNames,
  postCounts,
  type ExpectedMart,
  type ExpectedRow,
} from './facts.js';

const bySnapshot = (one: Json, other: Json): number =>
  String(one['snapshot_date']) < String(other['snapshot_date']) ? -1 : 1;

const newestOf = (rows: readonly Json[]): Json | undefined => rows.toSorted(bySnapshot).at(-1);

const iso = (ms: unknown): string | null => (typeof ms === 'number' ? new Date(ms).toISOString() : null);

/** What the posts mart says about a post without numbers. */
const NO_NUMBERS = {
  impressions: null,
  reached: null,
  clicks: null,
  reactions: null,
  comments: null,
  shares: null,
  interactions: null,
  engagement_rate: null,
  is_imputed: null,
  numbers_of: null,
};

export function posts(facts: Facts): ExpectedMart {
  const names = pageNames(facts);
  const numbers = groupBy(facts.rows('post_statistics'), (row) => String(row['post']));
  const social = groupBy(facts.rows('post_social_metadata'), (row) => String(row['post']));
  const rows = facts.rows('posts').map((post): ExpectedRow => {
    const newest = newestOf(numbers.get(String(post['id'])) ?? []);
    const counts = newest && postCounts(newest);
    const metadata = newestOf(social.get(String(post['id'])) ?? []);
    const published_at = iso(post['publishedAt']);
    return {
      ...describe(post),
      page: names.get(post['organization_id']),
      published_at,
      published_on: published_at?.slice(0, 10) ?? null,
      ...NO_NUMBERS,
      ...(counts && { ...counts, ...engagement(counts) }),
      ...(newest && { is_imputed: newest['is_imputed'], numbers_of: newest['snapshot_date'] }),
      all_reactions: metadata?.['reaction_count'] ?? null,
      all_comments: (metadata?.['commentSummary'] as Json | undefined)?.['count'] ?? null,
    };
  });
  return { keys: ['post'], rows: rows.map((row) => ({ ...row, place_in_month: placeOf(row, rows) })) };
}

function describe(post: Json): Json {
  const content = (post['content'] ?? {}) as Readonly<Record<string, Json | undefined>>;
  const { media, article, poll } = content;
  return {
    post: post['id'],
    organization_id: post['organization_id'],
    created_at: iso(post['createdAt']),
    last_modified_at: iso(post['lastModifiedAt']),
    lifecycle_state: post['lifecycleState'] ?? null,
    visibility: post['visibility'] ?? null,
    commentary: post['commentary'] === '' ? null : (post['commentary'] ?? null),
    permalink: post['permalink'],
    urn_kind: String(post['id']).split(':')[2],
    kind: kindOf(post, content),
    is_sponsored: (post['adContext'] as Json | undefined)?.['isDsc'] ?? false,
    title: article?.['title'] ?? media?.['title'] ?? poll?.['question'] ?? null,
    link: article?.['source'] ?? null,
  };
}

function kindOf(post: Json, { media, ...content }: Readonly<Record<string, Json | undefined>>): string {
  if (media) return String(media['id']).split(':')[2]!;
  const [first] = Object.keys(content);
  if (first === 'multiImage') return 'multi_image';
  return first ?? (post['reshareContext'] ? 'reshare' : 'text');
}

/** Rank in the month; drafts and posts without numbers have none. */
function placeOf(row: ExpectedRow, rows: readonly ExpectedRow[]): number | null {
  if (row['interactions'] === null || row['published_on'] === null) return null;
  const month = (one: ExpectedRow): string => String(one['published_on']).slice(0, 7);
  const rivals = rows.filter((one) => one['organization_id'] === row['organization_id'] && month(one) === month(row));
  return 1 + rivals.filter((one) => Number(one['interactions']) > Number(row['interactions'])).length;
}

const COUNTERS = ['impressions', 'clicks', 'reactions', 'comments', 'shares'] as const;

export function postHistory(facts: Facts): ExpectedMart {
  const names = pageNames(facts);
  const published = new Map(facts.rows('posts').map((post) => [post['id'], iso(post['publishedAt'])]));
  const groups = groupBy(facts.rows('post_statistics'), (row) => String(row['post']));
  const rows = [...groups.values()].flatMap((snapshots) => {
    const sorted = snapshots.toSorted(bySnapshot);
    return sorted.map((row, index): ExpectedRow => {
      const counts = postCounts(row);
      const before = sorted[index - 1];
      const since = published.get(row['post']);
      const gained = COUNTERS.map((name) => [
        `${name}_gained`,
        before ? counts[name] - postCounts(before)[name] : null,
      ]);
      return {
        post: row['post'],
        organization_id: row['organization_id'],
        page: names.get(row['organization_id']),
        snapshot_date: row['snapshot_date'],
        is_imputed: row['is_imputed'],
        days_since_previous: before ? daysBetween(String(before['snapshot_date']), String(row['snapshot_date'])) : null,
        days_since_published: since ? daysBetween(since.slice(0, 10), String(row['snapshot_date'])) : null,
        ...counts,
        ...engagement(counts),
        ...Object.fromEntries(gained),
      };
    });
  });
  return { keys: ['post', 'snapshot_date'], rows };
}

const METRICS = {
  VIDEO_VIEW: 'video_views',
  VIEWER: 'viewers',
  TIME_WATCHED: 'watched_ms',
  TIME_WATCHED_FOR_VIDEO_VIEWS: 'watched_for_views_ms',
} as const;

export function videos(facts: Facts): ExpectedMart {
  const all = new Map(posts(facts).rows.map((post) => [post['post'], post]));
  const days = groupBy(facts.rows('video_statistics'), (row) => JSON.stringify([row['post'], dayOf(row)]));
  const rows = [...days.values()].map((metrics): ExpectedRow => {
    const [first] = metrics;
    const post = all.get(first!['post']);
    const numbers = Object.entries(METRICS).map(([type, name]) => [
      name,
      metrics.find((row) => row['statistics_type'] === type)?.['value'] ?? null,
    ]);
    return {
      post: first!['post'],
      organization_id: first!['organization_id'],
      day: dayOf(first!),
      page: post?.['page'],
      published_at: post?.['published_at'],
      permalink: post?.['permalink'],
      title: post?.['title'],
      commentary: post?.['commentary'],
      ...Object.fromEntries(numbers),
    };
  });
  return { keys: ['post', 'day'], rows };
}

export function mentions(facts: Facts): ExpectedMart {
  const names = pageNames(facts);
  const found = facts.rows('notifications').filter(({ action }) => String(action).endsWith('_MENTION'));
  const rows = found.map((row): ExpectedRow => ({
    organization_id: row['organization_id'],
    page: names.get(row['organization_id']),
    notification_id: row['notificationId'],
    mentioned_at: iso(row['lastModifiedAt']),
    mentioned_in: row['action'] === 'COMMENT_MENTION' ? 'comment' : 'post',
    actor: row['actor'],
    text: row['text'],
    post: row['post'],
    post_text: row['post_text'],
    comment: row['comment'],
    permalink: `https://www.linkedin.com/feed/update/${String(row['post'])}/`,
  }));
  return { keys: ['organization_id', 'notification_id'], rows };
}
