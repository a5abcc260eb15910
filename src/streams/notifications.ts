import { isObject } from '../json-object.js';
import { NOTIFICATIONS } from '../linkedin/endpoints.js';
import type { Element, NotificationsSource, Row, RowContext, StreamEntry } from './entry.js';
import { POSTS_SOURCE } from './posts.js';

const SOURCE: NotificationsSource = {
  kind: 'notifications',
  per: 'organization',
  ahead: POSTS_SOURCE,
  endpoint: NOTIFICATIONS,
};

/** What others say about the organizations. */
export const NOTIFICATION_STREAMS: readonly StreamEntry[] = [
  {
    name: 'notifications',
    source: SOURCE,
    keyProperties: ['organizationalEntity', 'notificationId'],
    replication: { kind: 'incremental', key: 'lastModifiedAt' },
    selectedByDefault: false,
    storage: 'members’ activity',
    memberTexts: ['decoratedSourcePost', 'decoratedGeneratedActivity'],
    rows: notificationRows,
  },
];

/**
 * What a notification says besides its raw objects; null where it does not say. Its decorations are missing if their
 * subject has been deleted.
 */
export function readNotification(element: Element): {
  readonly post: string | null;
  readonly postOwner: string | null;
  readonly postText: string | null;
  readonly comment: string | null;
  readonly actor: string | null;
  readonly text: string | null;
} {
  const { generatedActivity, decoratedSourcePost, decoratedGeneratedActivity } = element;
  const source = isObject(decoratedSourcePost) ? decoratedSourcePost : {};
  const generated = isObject(decoratedGeneratedActivity) ? decoratedGeneratedActivity : {};
  const made = [generated['comment'], generated['share']].find(isObject) ?? {};
  return {
    post: postOf(source['entity']) ?? postOf(element['sourcePost']),
    postOwner: textOf(source['owner']),
    postText: textOf(source['text']),
    comment: [generatedActivity, made['entity']].map(textOf).find((urn) => urn?.startsWith('urn:li:comment:')) ?? null,
    actor: textOf(made['owner']) ?? actorOf(generatedActivity),
    text: textOf(made['text']),
  };
}

function notificationRows(element: Element, { organization, organizationId }: RowContext): Row[] {
  const { post, postOwner, postText, comment, actor, text } = readNotification(element);
  const own = { organizationalEntity: organization, organization_id: organizationId };
  return [{ ...element, ...own, post, post_owner: postOwner, post_text: postText, comment, actor, text }];
}

/** The `id` in `posts`; null for an activity URN, another name of a post that `posts` does not use. */
function postOf(value: unknown): string | null {
  return typeof value === 'string' && /^urn:li:(?:share|ugcPost):/.test(value) ? value : null;
}

/** The member or page that likes or reacts, from the URN of the like or reaction. */
function actorOf(activity: unknown): string | null {
  return (typeof activity === 'string' && /^urn:li:(?:like|reaction):\((urn:li:[^,()]+),/.exec(activity)?.[1]) || null;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
