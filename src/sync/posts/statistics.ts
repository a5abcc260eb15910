import { requestPostStatistics } from '../../linkedin/request-builders.js';
import type { Element } from '../../streams/entry.js';
import { Batcher } from '../batcher.js';
import { elementsOf } from '../../linkedin/collection.js';
import { isGone, type PostsContext } from './context.js';
import type { Post } from './walk.js';
import { DAY_MS } from '../../clock.js';

/** No limit is documented; a bad URN spoils a whole batch, so that large ones cost more than they save. */
export const STATISTICS_BATCH = 20;

/** LinkedIn leaves a post without activity out. One that is older may be left out for its age: no zeros for that. */
const IMPUTED_DAYS = 60;
const NO_ACTIVITY = {
  impressionCount: 0,
  uniqueImpressionsCount: 0,
  clickCount: 0,
  likeCount: 0,
  commentCount: 0,
  shareCount: 0,
  engagement: 0,
};

/** Lifetime statistics of single posts, twenty of one kind of URN in a call. */
export class PostStatistics {
  readonly #context: PostsContext;
  readonly #batcher = new Batcher<Post>(STATISTICS_BATCH, ({ urn }) => kindOf(urn) ?? '');

  constructor(context: PostsContext) {
    this.#context = context;
  }

  async take(posts: readonly Post[]): Promise<void> {
    const known = posts.filter(({ urn }) => kindOf(urn) !== null);
    if (known.length < posts.length) this.#context.tally.unanswered(posts.length - known.length);
    const batches = this.#batcher.add(known);
    await Promise.all(batches.map((batch) => this.#read(batch)));
  }

  async finish(): Promise<void> {
    await Promise.all(this.#batcher.rest().map((batch) => this.#read(batch)));
  }

  /** A bad URN fails its whole batch: then each is asked for by itself, and the bad one is gone. */
  async #read(posts: readonly Post[]): Promise<void> {
    try {
      await this.#readTogether(posts);
    } catch (error) {
      if (!isGone(error)) throw error;
      if (posts.length === 1) return this.#context.tally.gone(1);
      for (const post of posts) await this.#read([post]);
    }
  }

  async #readTogether(posts: readonly Post[]): Promise<void> {
    const { client, streams, organization, emitter, now, tally } = this.#context;
    const kind = kindOf(posts[0]!.urn)!;
    const request = requestPostStatistics({ organization, kind, posts: posts.map(({ urn }) => urn) });
    const { body, receivedAt } = await client.get<Element>({ ...request, stream: streams[0]!.name });
    const told = new Map(elementsOf(body, request).map((element) => [element[kind], element]));
    for (const { urn: post, createdAt } of posts) {
      const isYoung = createdAt !== null && now - createdAt < IMPUTED_DAYS * DAY_MS;
      const element = told.get(post) ?? (isYoung ? { totalShareStatistics: NO_ACTIVITY, is_imputed: true } : null);
      if (element) await emitter.write(streams, { organization, elements: [element], receivedAt, post });
      else tally.unanswered(1);
    }
  }
}

function kindOf(urn: string): 'share' | 'ugcPost' | null {
  if (urn.startsWith('urn:li:share:')) return 'share';
  return urn.startsWith('urn:li:ugcPost:') ? 'ugcPost' : null;
}
