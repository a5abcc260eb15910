import { AnswerError } from '../../linkedin/errors.js';
import { askedOf } from '../../linkedin/refusal.js';
import { quoteValue } from '../../singer/values.js';
import { requestVideoAnalytics, type TimeWindow } from '../../linkedin/request-builders.js';
import type { Element } from '../../streams/entry.js';
import { holdsVideo } from '../../streams/posts.js';
import { readBucketsOf } from '../read.js';
import type { PostsContext } from './context.js';
import type { Post } from './walk.js';

/** VIDEO_VIEW: plays of three seconds and more; VIEWER: unique viewers; the others: milliseconds watched. */
const METRICS = ['VIDEO_VIEW', 'VIEWER', 'TIME_WATCHED', 'TIME_WATCHED_FOR_VIDEO_VIEWS'] as const;

/**
 * The days to ask for. A post changed since the last run may not have been followed before, because its previous change
 * was more than twelve months ago; so all its days are asked for.
 */
export interface VideoSpan {
  /** End of the newest day received so far, epoch milliseconds. */
  readonly since: number;
  /** Posts whose days did not all come in an earlier run: all days of these are asked for too. */
  readonly incomplete: ReadonlySet<string>;
  readonly recent: TimeWindow;
  readonly whole: TimeWindow;
}

/** Whether a URN of the same kind names another post. One of another kind may be the same post. */
function isOther(entity: unknown, post: string): boolean {
  const kind = post.slice(0, post.lastIndexOf(':') + 1);
  return typeof entity === 'string' && entity.startsWith(kind) && entity !== post;
}

/** Result of reading the videos. */
export interface VideosEnd {
  /** End of the newest day received; null: the bookmark must not move. Epoch milliseconds. */
  readonly newestEnd: number | null;
  readonly incomplete: ReadonlySet<string>;
}

/** Daily metrics of the posts that hold a video: four calls per post. */
export class VideoStatistics {
  readonly #context: PostsContext;
  readonly #span: VideoSpan;
  readonly #onEnd: (end: VideosEnd) => void;
  #newestEnd: number | null = null;
  #hasFailed = false;
  readonly #incomplete = new Set<string>();

  constructor(context: PostsContext, { span, onEnd }: { span: VideoSpan; onEnd: (end: VideosEnd) => void }) {
    this.#context = context;
    this.#span = span;
    this.#onEnd = onEnd;
  }

  async take(posts: readonly Post[]): Promise<void> {
    const videos = posts.filter(({ element }) => holdsVideo(element));
    await Promise.all(videos.map((post) => this.#read(post)));
  }

  /** Called when all videos were read: only now may the bookmark move. */
  async finish(): Promise<void> {
    this.#onEnd({ newestEnd: this.#hasFailed ? null : this.#newestEnd, incomplete: this.#incomplete });
  }

  /** If not all metrics of a post come, its days are asked for again: the bookmark must not pass them. */
  async #read(post: Post): Promise<void> {
    const { items } = this.#context;
    const read = await Promise.allSettled(METRICS.map((metric) => this.#readMetric(post, metric)));
    const faults = read.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    if (faults.length < METRICS.length) items.answered();
    if (faults.length === 0) return;
    // After a failure the bookmark stays where it is, so the days after it are asked for again anyway.
    const hasFailed = items.settle(post.urn, ...faults) === 'failed';
    if (!hasFailed || this.#span.incomplete.has(post.urn)) this.#incomplete.add(post.urn);
    this.#hasFailed ||= hasFailed;
  }

  async #readMetric({ urn: post, modifiedAt }: Post, metric: string): Promise<void> {
    const { client, streams, organization, emitter } = this.#context;
    const { since, incomplete, recent, whole } = this.#span;
    const window = (modifiedAt ?? Infinity) >= since || incomplete.has(post) ? whole : recent;
    const request = { ...requestVideoAnalytics({ post, metric, window }), stream: streams[0]!.name, about: post };
    const { body, receivedAt } = await client.get<Element>(request);
    const { elements, newestEnd, fault } = readBucketsOf(body, { request, window });
    const stranger = elements.find(({ entity }) => isOther(entity, post));
    if (stranger) {
      const came = `numbers of another post, ${quoteValue(stranger['entity'])}`;
      throw new AnswerError({ asked: askedOf(request), came });
    }
    const told = elements.map((element) => ({ ...element, entity: post, statistics_type: metric }));
    await emitter.write(streams, { organization, elements: told, receivedAt, post });
    if (fault) throw fault;
    if (newestEnd !== null) this.#newestEnd = Math.max(this.#newestEnd ?? newestEnd, newestEnd);
  }
}
