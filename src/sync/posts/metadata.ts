import { SOCIAL_METADATA } from '../../linkedin/endpoints.js';
import type { Element } from '../../streams/entry.js';
import { countComments, countReactions } from '../../streams/posts.js';
import { Batcher } from '../batcher.js';
import type { PostsContext } from './context.js';
import type { PostCounts } from './details.js';
import type { Follower } from './follower.js';
import type { Post } from './walk.js';

type NamedPost = Pick<Post, 'urn'>;

/** Reads the comment and reaction counts of each post: rows themselves, and the sign that details have changed. */
export class SocialMetadata {
  readonly #context: PostsContext;
  readonly #details: readonly Follower<PostCounts>[];
  readonly #batcher = new Batcher<NamedPost>(SOCIAL_METADATA.size);
  readonly #taken = new Set<string>();
  /** Posts whose details are due; those that the walk does not bring are asked for at its end. */
  readonly #due: () => readonly string[];
  /** Due posts that the walk did not bring: no rows are written for them. */
  readonly #late = new Set<string>();
  /** Posts refused before any answered. If it turns out that all are refused, their details are not read. */
  readonly #refused: PostCounts[] = [];

  constructor(
    context: PostsContext,
    { details, due }: { details: readonly Follower<PostCounts>[]; due: () => readonly string[] },
  ) {
    this.#context = context;
    this.#details = details;
    this.#due = due;
  }

  async take(posts: readonly NamedPost[]): Promise<void> {
    for (const { urn } of posts) this.#taken.add(urn);
    await Promise.all(this.#batcher.add(posts).map((batch) => this.#read(batch)));
  }

  async finish(): Promise<void> {
    const late = this.#due().filter((post) => !this.#taken.has(post));
    for (const post of late) this.#late.add(post);
    await this.take(late.map((urn) => ({ urn })));
    await Promise.all(this.#batcher.rest().map((batch) => this.#read(batch)));
    this.#context.items.close();
    await this.#handOn(this.#refused);
    await Promise.all(this.#details.map((details) => details.finish()));
  }

  async #read(posts: readonly NamedPost[]): Promise<void> {
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
      if (Object.keys(entity).length > 0 && !this.#late.has(post)) {
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
