import { isObject, type JsonObject } from '../../json-object.js';
import {
  PAGE_SIZES,
  requestComments,
  requestLikes,
  requestReactions,
  requestVideoAnalytics,
} from '../../linkedin/request-builders.js';
import { firstServedDay } from '../../sync/window.js';
import { elementsIn, evidenceOf, fieldsOf, pagingIn, type Asker, type Heard } from '../asker.js';
import { finding, verdictOf, type Finding } from '../evidence.js';
import type { Subject } from '../subject.js';
import type { BatchesHeard } from './batches.js';

type Known = Subject & Pick<BatchesHeard, 'social' | 'metadata'> & { readonly posts: readonly JsonObject[] };

/** Asks for counts, comments, likes, reactions, and the statistics of a video. */
export async function askAboutSocial(asker: Asker, known: Known): Promise<Finding[]> {
  const { social, metadata, posts } = known;
  const entries = [...social];
  const someOf = (counts: (of: JsonObject) => readonly unknown[]): string | undefined =>
    entries.find(([, value]) => counts(value).some((count) => Number(count) > 0))?.[0];
  const first = posts.flatMap(({ id }) => (typeof id === 'string' ? [id] : []))[0];
  const [commented, liked] = [someOf((of) => [commentCount(of)]) ?? first, someOf(reactionCounts) ?? first];
  const ask = (request: typeof requestLikes, post: string | undefined): Promise<Heard> | Heard =>
    post === undefined ? NO_POSTS : asker.ask(request(post, 0));
  const lists = {
    comments: await ask(requestComments, commented),
    likes: await ask(requestLikes, liked),
    reactions: await ask(requestReactions, liked),
  };
  const values = entries.map(([, value]) => value);
  return [
    judgeDetailsCount(lists),
    judgeField('comments.urn', { heard: lists.comments, field: 'commentUrn' }),
    judgeField('likes.urn', { heard: lists.likes, field: '$URN' }),
    judgeCounts('social.comments', { metadata, values, has: (of) => typeof commentCount(of) === 'number' }),
    judgeCounts('social.reactions', {
      metadata,
      values,
      has: (of) => isObject(of['reactionSummaries']) && reactionCounts(of).every((count) => typeof count === 'number'),
    }),
    await askVideo(asker, known),
  ];
}

const NO_POSTS: Heard = { kind: 'nothing', note: 'no posts' };

const commentCount = ({ commentSummary }: JsonObject): unknown =>
  isObject(commentSummary) ? commentSummary['count'] : undefined;

const reactionCounts = ({ reactionSummaries }: JsonObject): unknown[] =>
  isObject(reactionSummaries)
    ? Object.values(reactionSummaries).map((one) => (isObject(one) ? one['count'] : undefined))
    : [];

function judgeDetailsCount(lists: Readonly<Record<string, Heard>>): Finding {
  const told = Object.entries(lists).flatMap(([name, heard]) => {
    const { count } = pagingIn(heard);
    return count === undefined ? [] : [[name, count] as const];
  });
  const isSo = told.length === 0 ? null : told.every(([, count]) => count >= PAGE_SIZES.details);
  return finding('details.count', verdictOf(isSo), {
    ...evidenceOf(...Object.values(lists)),
    counts: { asked: PAGE_SIZES.details, ...Object.fromEntries(told) },
  });
}

function judgeField(id: 'comments.urn' | 'likes.urn', { heard, field }: { heard: Heard; field: string }): Finding {
  const elements = elementsIn(heard);
  const isSo = elements.length === 0 ? null : elements.every((element) => typeof element[field] === 'string');
  return finding(id, verdictOf(isSo), {
    ...evidenceOf(heard),
    ...(elements.length > 0
      ? { fields: fieldsOf(elements[0]).sort() }
      : heard.kind === 'answered' && { note: 'none found' }),
  });
}

function judgeCounts(
  id: 'social.comments' | 'social.reactions',
  { metadata, values, has }: { metadata: Heard; values: readonly JsonObject[]; has: (of: JsonObject) => boolean },
): Finding {
  const without = values.filter((value) => !has(value)).length;
  return finding(id, verdictOf(values.length > 0 ? without === 0 : null), {
    ...evidenceOf(metadata),
    counts: { posts: values.length, without },
  });
}

/** Tries several videos, since one that nobody has watched has no statistics. */
async function askVideo(asker: Asker, { posts, today }: Known): Promise<Finding> {
  const videos = posts.flatMap(({ id, content }) =>
    typeof id === 'string' && id.startsWith('urn:li:ugcPost:') && isVideo(content) ? [id] : [],
  );
  const window = { start: firstServedDay(today), end: today, granularity: 'DAY' } as const;
  let heard: Heard = { kind: 'nothing', note: 'no video' };
  for (const post of videos.slice(0, MOST_VIDEOS)) {
    heard = await asker.ask(requestVideoAnalytics({ post, metric: 'TIME_WATCHED', window }));
    if (elementsIn(heard).length > 0 || heard.kind !== 'answered') break;
  }
  const elements = elementsIn(heard);
  const isSo =
    elements.length === 0 ? null : elements.every((element) => typeof element['statisticsType'] === 'string');
  return finding('videos.type', verdictOf(isSo), {
    ...evidenceOf(heard),
    ...(elements.length > 0
      ? { fields: fieldsOf(elements[0]).sort() }
      : heard.kind === 'answered' && { note: 'no views' }),
  });
}

const MOST_VIDEOS = 3;

function isVideo(content: unknown): boolean {
  const media = isObject(content) ? content['media'] : null;
  return isObject(media) && String(media['id']).startsWith('urn:li:video:');
}
