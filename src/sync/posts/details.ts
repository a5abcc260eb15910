import type { ApiRequest } from '../../linkedin/api-request.js';
import { paginate } from '../../linkedin/paging.js';
import { PAGE_SIZES } from '../../linkedin/request-builders.js';
import type { Element, PostDetailsSource } from '../../streams/entry.js';
import { runPool } from '../pool.js';
import type { DetailsMemory, DetailsOutcome } from '../state/details.js';
import type { PlannedStream } from '../stream.js';
import type { PostsContext } from './context.js';

/** Counts of a post from socialMetadata; null: unknown, so whatever depends on that count is read. */
export interface PostCounts {
  readonly post: string;
  readonly comments: number | null;
  readonly reactions: number | null;
}

export interface PostDetailsOptions {
  readonly stream: PlannedStream;
  readonly source: PostDetailsSource;
  readonly context: PostsContext;
  readonly memory: DetailsMemory;
}

/** What lies under one post or one comment. */
interface Level {
  readonly entity: string;
  /** Elements received. */
  came: number;
  /** Comments known to have replies, still to be read. */
  readonly parents: string[];
  /** Comments that do not say how many replies they have, still to be read. */
  readonly unknown: string[];
}

/** Reads the comments, likes or reactions of the posts whose count has changed since they were last read. */
export class PostDetails {
  readonly #options: PostDetailsOptions;

  constructor(options: PostDetailsOptions) {
    this.#options = options;
  }

  /** Each worker finishes a post before it starts the next, so that an interrupted run has some posts complete. */
  async take(posts: readonly PostCounts[]): Promise<void> {
    const { context, memory, source } = this.#options;
    const due = posts.filter((post) => memory.meet(post.post, post[source.follows]));
    await runPool(due, { workers: context.workers, run: (post) => this.#read(post) });
  }

  async finish(): Promise<void> {
    this.#options.memory.finish();
  }

  async #read({ post, ...counts }: PostCounts): Promise<void> {
    const { source, memory } = this.#options;
    const count = counts[source.follows];
    const own: Level = { entity: post, came: 0, parents: [], unknown: [] };
    let outcome = await this.#readLevel(own, post);
    // There is a count but no element: perhaps the elements could not be read.
    if (outcome === 'complete' && own.came === 0 && count !== null) outcome = 'incomplete';
    let came = own.came;
    while (own.parents.length + own.unknown.length > 0) {
      const known = own.parents.shift();
      if (known === undefined && count !== null && came >= count) break;
      const level: Level = {
        entity: known ?? own.unknown.shift()!,
        came: 0,
        parents: own.parents,
        unknown: own.unknown,
      };
      outcome = worse(outcome, await this.#readLevel(level, post));
      came += level.came;
    }
    memory.keep(post, { count, outcome });
  }

  async #readLevel(level: Level, post: string): Promise<DetailsOutcome> {
    const { stream, source, context } = this.#options;
    const { client, emitter, organization, items } = context;
    const { entity } = level;
    const requestPage = (start: number): ApiRequest => ({
      ...source.request(entity, start),
      stream: stream.name,
      about: entity,
    });
    try {
      for await (const { body, receivedAt } of paginate<Element>(client, requestPage, { count: PAGE_SIZES.details })) {
        await emitter.write([stream], { organization, elements: body.elements, receivedAt, post });
        level.came += body.elements.length;
        for (const element of body.elements) this.#lookBelow(element, level);
      }
    } catch (error) {
      return items.settle(entity, error) === 'failed' ? 'failed' : 'incomplete';
    }
    items.answered();
    return 'complete';
  }

  #lookBelow(element: Element, { entity, parents, unknown }: Level): void {
    const below = this.#options.source.below?.(element);
    if (!below || below.entity === entity) return;
    if (below.count === null) unknown.push(below.entity);
    else if (below.count > 0) parents.push(below.entity);
  }
}

const OUTCOMES = ['complete', 'incomplete', 'failed'] as const;

function worse(one: DetailsOutcome, other: DetailsOutcome): DetailsOutcome {
  return OUTCOMES.indexOf(one) > OUTCOMES.indexOf(other) ? one : other;
}
