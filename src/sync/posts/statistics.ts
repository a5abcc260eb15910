import { DAY_MS } from '../../clock.js';
import { elementsOf } from '../../linkedin/collection.js';
import { isAboutItems, readDivided, type BatchLimit, type ItemOutcome } from '../../linkedin/divide.js';
import { AccessDeniedError, AnswerError } from '../../linkedin/errors.js';
import { askedOf } from '../../linkedin/refusal.js';
import { requestPostStatistics } from '../../linkedin/request-builders.js';
import { quoteValue } from '../../singer/values.js';
import type { Element } from '../../streams/entry.js';
import { Batcher } from '../batcher.js';
import { assertOwned } from '../read.js';
import type { PostsContext } from './context.js';
import type { Post } from './walk.js';

/** LinkedIn documents no limit. One bad URN fails a whole batch, so large batches cost more than they save. */
export const STATISTICS_BATCH = 20;

/** LinkedIn leaves out posts without activity. It may leave out an older one for its age, so that one gets no zeros. */
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

export interface PostStatisticsOptions {
  readonly context: PostsContext;
  /** Posts per call; kept for the run. */
  readonly limit: BatchLimit;
  /** Whether a 403 is due to a missing scope or role rather than to the posts asked about. */
  readonly explains: (denial: AccessDeniedError) => Promise<boolean>;
}

interface Told {
  readonly element: Element | null;
  readonly receivedAt: number;
}

/** Lifetime statistics of single posts, up to twenty per call, all with one kind of URN. */
export class PostStatistics {
  readonly #options: PostStatisticsOptions;
  readonly #batcher = new Batcher<Post>(STATISTICS_BATCH, ({ urn }) => kindOf(urn) ?? '');
  /** A 403 due to a missing scope or role, so not to any single post. */
  #pageDenial: AccessDeniedError | null = null;

  constructor(options: PostStatisticsOptions) {
    this.#options = options;
  }

  async take(posts: readonly Post[]): Promise<void> {
    const known = posts.filter(({ urn }) => kindOf(urn) !== null);
    if (known.length < posts.length) this.#options.context.onUnanswered(posts.length - known.length);
    const batches = this.#batcher.add(known);
    await Promise.all(batches.map((batch) => this.#read(batch)));
  }

  async finish(): Promise<void> {
    await Promise.all(this.#batcher.rest().map((batch) => this.#read(batch)));
  }

  /** A post that LinkedIn refuses or no longer knows fails its whole batch, which is then divided. */
  async #read(posts: readonly Post[]): Promise<void> {
    const { context, limit } = this.#options;
    const outcomes = await readDivided<Post, Told>(posts, {
      limit,
      ask: (some, maxTries) => this.#ask(some, maxTries),
      isDivisible: (error) => isAboutItems(error) || (error instanceof AccessDeniedError && error !== this.#pageDenial),
    });
    for (const outcome of outcomes) if ('value' in outcome) await this.#write(outcome.item, outcome.value);
    for (const outcome of outcomes) if ('error' in outcome) context.items.settle(outcome.item.urn, outcome.error);
  }

  async #ask(posts: readonly Post[], maxTries?: number): Promise<ItemOutcome<Post, Told>[]> {
    const { context, explains } = this.#options;
    const { client, streams, organization, items } = context;
    const kind = kindOf(posts[0]!.urn)!;
    const request = {
      ...requestPostStatistics({ organization, kind, posts: posts.map(({ urn }) => urn) }),
      stream: streams[0]!.name,
      ...(maxTries !== undefined && { maxTries }),
      ...(posts.length === 1 && { about: posts[0]!.urn }),
    };
    try {
      const { body, receivedAt } = await client.get<Element>(request);
      const elements = elementsOf(body, request);
      assertOwned(elements, { organization, field: 'organizationalEntity', request });
      const told = new Map(elements.map((element) => [element[kind], element]));
      const stranger = [...told.keys()].find((urn) => !posts.some((post) => post.urn === urn));
      if (told.has(undefined) || stranger !== undefined) {
        throw new AnswerError({ asked: askedOf(request), came: `numbers of another post, ${quoteValue(stranger)}` });
      }
      items.answered();
      return posts.map((item) => ({ item, value: { element: told.get(item.urn) ?? null, receivedAt } }));
    } catch (error) {
      if (error instanceof AccessDeniedError && (await explains(error))) this.#pageDenial = error;
      throw error;
    }
  }

  async #write({ urn: post, createdAt }: Post, { element, receivedAt }: Told): Promise<void> {
    const { streams, organization, emitter, now, onUnanswered } = this.#options.context;
    const isYoung = createdAt !== null && now - createdAt < IMPUTED_DAYS * DAY_MS;
    const written = element ?? (isYoung ? { totalShareStatistics: NO_ACTIVITY, is_imputed: true } : null);
    if (written) await emitter.write(streams, { organization, elements: [written], receivedAt, post });
    else onUnanswered(1);
  }
}

function kindOf(urn: string): 'share' | 'ugcPost' | null {
  if (urn.startsWith('urn:li:share:')) return 'share';
  return urn.startsWith('urn:li:ugcPost:') ? 'ugcPost' : null;
}
