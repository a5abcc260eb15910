import type { Place } from './data/posts/feed.js';
import { findPost } from './data/posts/find.js';
import type { World } from './world.js';

/** Something that a member does to a post, now. */
export type Act =
  /** Edits it, its text too where there is one. */
  | { readonly do: 'edit'; readonly post: string; readonly commentary?: string }
  | { readonly do: 'delete'; readonly post: string };

/** Does it; throws a TypeError where there is no such post. */
export function act(world: World, deed: Act): void {
  const place = findPost(world, deed.post);
  if (!place) throw new TypeError(`The sandbox has no post "${deed.post}".`);
  switch (deed.do) {
    case 'edit':
      editPost(world, place, deed.commentary);
      return;
    case 'delete':
      world.activity.open(place.feed.page.id, place.index).deleted = true;
      return;
  }
}

export function editPost(world: World, { feed, index }: Place, commentary?: string): void {
  const activity = world.activity.open(feed.page.id, index);
  const text = commentary ?? activity.edit?.commentary;
  activity.edit = {
    at: world.now(),
    turn: world.activity.takeTurn(),
    ...(text !== undefined && { commentary: text }),
  };
}
