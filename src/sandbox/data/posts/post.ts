import { chooseText } from './commentary.js';
import { composeParts, MAIN_FEED } from './content.js';
import { computeModification, computePublication, findEdit, type Place } from './feed.js';
import { kindOf } from './kinds.js';
import { computeCreation } from './times.js';
import { composePostUrn } from './urns.js';

/** The body of a post. */
export interface Post {
  readonly id: string;
  readonly author: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly lastModifiedAt: number;
  readonly [field: string]: unknown;
}

export function composePost(place: Place): Post {
  const { feed, index } = place;
  const { page } = feed;
  const { hidden } = kindOf(index);
  const commentary = composeCommentary(place);
  const closed = index % 23 === 22;
  return {
    isReshareDisabledByAuthor: index % 11 === 5,
    lifecycleState: hidden ?? 'PUBLISHED',
    lifecycleStateInfo: {
      isEditedByAuthor: findEdit(place) !== null,
      ...(hidden === 'PUBLISH_FAILED' && { contentStatus: 'PROCESSING_FAILED' }),
    },
    visibility: closed ? 'CONTAINER' : 'PUBLIC',
    ...(closed && { container: 'urn:li:group:8123456' }),
    author: `urn:li:organization:${page.id}`,
    distribution: MAIN_FEED,
    id: composePostUrn(page, index),
    ...(commentary !== undefined && { commentary }),
    createdAt: computeCreation(page, index),
    ...(!hidden && { publishedAt: computePublication(page, index) }),
    lastModifiedAt: computeModification(place),
    ...composeParts(page, index),
  };
}

/** The text; a plain reshare has an empty one or none. */
function composeCommentary(place: Place): string | undefined {
  const { feed, index } = place;
  const edit = feed.activity.get(index)?.edit;
  if (edit?.commentary !== undefined) return edit.commentary;
  if (kindOf(index).plain) return index % 40 < 20 ? '' : undefined;
  return findEdit(place) === null ? chooseText(index) : `${chooseText(index)}\n\nEdited.`;
}
