import { SOCIAL_METADATA } from '../../linkedin/endpoints.js';
import type { Element } from '../../streams/entry.js';
import { countComments, countReactions } from '../../streams/posts.js';
import { Batcher } from '../batcher.js';
import type { PostsContext } from './context.js';
import type { PostCounts } from './details.js';
import type { Follower } from './follower.js';
import type { Post } from './walk.js';

/** Counts of comments and reactions of each post: rows of their own, and the sign that details have changed. */
export class SocialMetadata {
  readonly #context: PostsContext;
  readonly #details: readonly Follower<PostCounts>[];
  readonly #batcher = new Batcher<Post>(SOCIAL_METADATA.size);
  /** Posts that were refused before any answered: perhaps all are, and then nothing of them is asked for. */
  readonly #refused: PostCounts[] = [];

  constructor(context: PostsContext, details: readonly Follower<PostCounts>[]) {
    this.#context = context;
    this.#details = details;
  }

  async take(posts: readonly Post[]): Promise<void> {
    await Promise.all(this.#batcher.add(posts).map((batch) => this.#read(batch)));
  }

  async finish(): Promise<void> {
    await Promise.all(this.#batcher.rest().map((batch) => this.#read(batch)));
    this.#context.items.close();
    await this.#handOn(this.#refused);
    await Promise.all(this.#details.map((details) => details.finish()));
  }

  async #read(posts: readonly Post[]): Promise<void> {
    const { batch, streams, organization, emitter, items } = this.#context;
    const resource = { ...SOCIAL_METADATA, stream: (streams[0] ?? this.#details[0]!.streams[0]!).name };
    const ids = posts.map(({ urn }) => urn);
    const found: PostCounts[] = [];
    const faults: [post: string, error: unknown][] = [];
    for await (const answer of batch<Element>(resource, ids)) {
      const { item: post } = answer;
      if ('error' in answer) {
        faults.push([post, answer.error]);
        continue;
      }
      const { entity, receivedAt } = answer.value;
      items.answered();
      found.push({ post, comments: countComments(entity), reactions: countReactions(entity) });
      if (Object.keys(entity).length > 0) {
        await emitter.write(streams, { organization, elements: [entity], receivedAt, post });
      }
    }
    for (const [post, error] of faults) {
      items.settle(post, error);
      this.#refused.push({ post, comments: null, reactions: null });
    }
    await this.#handOn(found);
    if (items.hasAnswer) await this.#handOn(this.#refused.splice(0));
  }

  async #handOn(posts: readonly PostCounts[]): Promise<void> {
    await Promise.all(this.#details.map((details) => details.take(posts)));
  }
}
