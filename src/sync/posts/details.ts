import { NotFoundError } from '../../linkedin/errors.js';
import { paginate } from '../../linkedin/paging.js';
import type { ApiRequest } from '../../linkedin/api-request.js';
import { PAGE_SIZES } from '../../linkedin/request-builders.js';
import type { Element, PostDetailsSource } from '../../streams/entry.js';
import type { PlannedStream } from '../stream.js';
import { runPool } from '../pool.js';
import { keepDetailsBookmark, readDetailsBookmark } from '../state/details.js';
import { isDue } from '../state/posts.js';
import type { PostsContext } from './context.js';

export interface PostCounts {
  readonly post: string;
  readonly comments: number;
  readonly reactions: number;
}

/**
 * Comments, likes or reactions of the posts whose count has moved since they were read last. The count of each post is
 * kept as soon as its rows are out, so that a run that is cut short is not done again from the start. A swap that
 * leaves the count as it was is seen by the full sweep only: that forgets all counts, and goes on in the next run where
 * this one is cut short.
 */
export class PostDetails {
  readonly stream: PlannedStream;
  readonly #context: PostsContext;
  readonly #source: PostDetailsSource;
  /** Live in the state: what is kept here is in the next STATE. */
  #counts: Record<string, number>;
  readonly #met = new Set<string>();
  /** null: a sweep is under way. */
  readonly #sweptAt: number | null;

  constructor(options: { stream: PlannedStream; source: PostDetailsSource; context: PostsContext; sweepDays: number }) {
    this.stream = options.stream;
    this.#source = options.source;
    this.#context = options.context;
    const { state, organization, now } = options.context;
    const bookmark = options.stream.ignoreBookmark
      ? null
      : readDetailsBookmark(state, options.stream.name, organization);
    const sweptAt = bookmark?.sweptAt ?? null;
    const isSweepDue = sweptAt !== null && isDue(sweptAt, { days: options.sweepDays, now });
    this.#counts = isSweepDue ? {} : (bookmark?.counts ?? {});
    this.#sweptAt = isSweepDue ? null : sweptAt;
    this.#keep(this.#sweptAt);
  }

  /** A post is read to its end before the next is begun, so that a run that is cut short has some of them whole. */
  async take(posts: readonly PostCounts[]): Promise<void> {
    await runPool(posts, { workers: this.#context.workers, run: (post) => this.#read(post) });
  }

  /**
   * Every post was met: those that were not are gone or too old, and are forgotten. Sorted, the rest prints alike
   * whatever order the answers came in.
   */
  async finish(): Promise<void> {
    const met = [...this.#met].sort().map((post) => [post, this.#counts[post]!]);
    this.#counts = Object.fromEntries(met) as Record<string, number>;
    this.#keep(this.#sweptAt ?? this.#context.now);
  }

  async #read({ post, ...counts }: PostCounts): Promise<void> {
    const count = counts[this.#source.follows];
    if (count > 0 && count !== this.#counts[post]) await this.#readBelow(post, post);
    if (count === 0) return;
    this.#met.add(post);
    this.#counts[post] = count;
  }

  async #readBelow(entity: string, post: string): Promise<void> {
    const { client, emitter, organization, tally } = this.#context;
    const { request, below } = this.#source;
    const requestPage = (start: number): ApiRequest => ({ ...request(entity, start), stream: this.stream.name });
    const parents: string[] = [];
    try {
      for await (const { body, receivedAt } of paginate<Element>(client, requestPage, { count: PAGE_SIZES.details })) {
        await emitter.write([this.stream], { organization, elements: body.elements, receivedAt, post });
        for (const element of body.elements) {
          const parent = below?.(element);
          if (parent && parent !== entity) parents.push(parent);
        }
      }
    } catch (error) {
      if (!(error instanceof NotFoundError)) throw error;
      if (entity === post) tally.gone(1);
    }
    for (const parent of parents) await this.#readBelow(parent, post);
  }

  #keep(sweptAt: number | null): void {
    const { state, organization } = this.#context;
    keepDetailsBookmark(state, { stream: this.stream.name, organization, counts: this.#counts, sweptAt });
  }
}
