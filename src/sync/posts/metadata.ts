import { NotFoundError } from '../../linkedin/errors.js';
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

  constructor(context: PostsContext, details: readonly Follower<PostCounts>[]) {
    this.#context = context;
    this.#details = details;
  }

  async take(posts: readonly Post[]): Promise<void> {
    await Promise.all(this.#batcher.add(posts).map((batch) => this.#read(batch)));
  }

  async finish(): Promise<void> {
    await Promise.all(this.#batcher.rest().map((batch) => this.#read(batch)));
    await Promise.all(this.#details.map((details) => details.finish()));
  }

  async #read(posts: readonly Post[]): Promise<void> {
    const { batch, streams, organization, emitter, tally } = this.#context;
    const resource = { ...SOCIAL_METADATA, stream: (streams[0] ?? this.#details[0]!.streams[0]!).name };
    const found: PostCounts[] = [];
    for await (const item of batch<Element>(
      resource,
      posts.map(({ urn }) => urn),
    )) {
      if ('error' in item) {
        if (!(item.error instanceof NotFoundError)) throw item.error;
        tally.gone(1);
        continue;
      }
      const { id: post, entity, receivedAt } = item;
      await emitter.write(streams, { organization, elements: [entity], receivedAt, post });
      found.push({ post, comments: countComments(entity), reactions: countReactions(entity) });
    }
    await Promise.all(this.#details.map((details) => details.take(found)));
  }
}
