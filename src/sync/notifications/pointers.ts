import { organizationId } from '../../linkedin/urn.js';
import type { State } from '../../singer/state.js';
import type { Element, PostDetailsSource } from '../../streams/entry.js';
import { readNotification } from '../../streams/notifications.js';
import { POST_STREAMS } from '../../streams/posts.js';
import { makeDue } from '../state/details.js';
import type { PlannedStream } from '../stream.js';

/** What changed under a post, by the `action` of a notification. Nothing follows from other actions. */
const CHANGES: ReadonlyMap<unknown, PostDetailsSource['follows']> = new Map([
  ['COMMENT', 'comments'],
  ['ADMIN_COMMENT', 'comments'],
  ['COMMENT_EDIT', 'comments'],
  ['COMMENT_DELETE', 'comments'],
  ['LIKE', 'reactions'],
]);

/** Gathers the posts of an organization whose comments or reactions changed, according to its notifications. */
export class Pointers {
  readonly #organization: string;
  readonly #posts = { comments: new Set<string>(), reactions: new Set<string>() };

  constructor(organization: string) {
    this.#organization = organization;
  }

  /** Leaves out posts of others, which the page could not read. */
  add(elements: readonly Element[]): void {
    for (const element of elements) {
      const change = CHANGES.get(element['action']);
      const { post, postOwner } = readNotification(element);
      const isOwn = postOwner === null || organizationId(postOwner) === organizationId(this.#organization);
      if (change && post !== null && isOwn) this.#posts[change].add(post);
    }
  }

  /**
   * Marks these posts to be read again by the streams that follow them: in this run if a stream is selected, else in a
   * later one.
   */
  hand(state: State, selected: readonly PlannedStream[]): void {
    for (const { name: stream, source } of POST_STREAMS) {
      if (source.kind !== 'post details') continue;
      const whenNew = selected.some(({ name }) => name === stream);
      makeDue(state, { stream, organization: this.#organization, posts: this.#posts[source.follows], whenNew });
    }
  }
}
