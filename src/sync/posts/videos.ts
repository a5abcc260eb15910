import { requestVideoAnalytics, type TimeWindow } from '../../linkedin/requests.js';
import type { Element } from '../../streams/entry.js';
import { readBucketsOf } from '../read.js';
import { isGone, type PostsContext } from './context.js';
import type { Post } from './walk.js';

/** VIDEO_VIEW: plays of three seconds and more; VIEWER: unique viewers; the others: milliseconds watched. */
const METRICS = ['VIDEO_VIEW', 'VIEWER', 'TIME_WATCHED', 'TIME_WATCHED_FOR_VIDEO_VIEWS'] as const;

/** Daily metrics of the posts that hold a video: four calls for each of them. */
export class VideoStatistics {
  readonly #at: PostsContext;
  readonly #window: TimeWindow;
  readonly #onEnd: (newestEnd: number) => void;
  #newestEnd: number | null = null;

  constructor(context: PostsContext, { window, onEnd }: { window: TimeWindow; onEnd: (newestEnd: number) => void }) {
    this.#at = context;
    this.#window = window;
    this.#onEnd = onEnd;
  }

  async take(posts: readonly Post[]): Promise<void> {
    const videos = posts.filter(holdsVideo);
    await Promise.all(videos.flatMap((post) => METRICS.map((metric) => this.#read(post.urn, metric))));
  }

  /** All videos were read: only now may the bookmark move. */
  async finish(): Promise<void> {
    if (this.#newestEnd !== null) this.#onEnd(this.#newestEnd);
  }

  async #read(post: string, metric: string): Promise<void> {
    const { client, streams, organization, emitter, tally } = this.#at;
    const window = this.#window;
    const request = { ...requestVideoAnalytics({ post, metric, window }), stream: streams[0]!.name };
    try {
      const { body, receivedAt } = await client.get<Element>(request);
      const { elements, newestEnd } = readBucketsOf(body, { request, window });
      const told = elements.map((element) => ({ ...element, entity: post, statistics_type: metric }));
      await emitter.write(streams, { organization, elements: told, receivedAt, post });
      if (newestEnd !== null) this.#newestEnd = Math.max(this.#newestEnd ?? newestEnd, newestEnd);
    } catch (error) {
      if (!isGone(error)) throw error;
      if (metric === METRICS[0]) tally.gone(1);
    }
  }
}

/** LinkedIn knows videos by ugcPost URNs only. */
function holdsVideo({ urn, element }: Post): boolean {
  const media = (element['content'] as { media?: { id?: unknown } } | null | undefined)?.media?.id;
  return urn.startsWith('urn:li:ugcPost:') && typeof media === 'string' && media.startsWith('urn:li:video:');
}
