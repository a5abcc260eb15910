import { composeNotification } from '../../data/social/notification-bodies.js';
import { listHappenings, NOTIFIED_ACTIONS } from '../../data/social/notifications.js';
import { refuseParameter, refuseUnknownEntity } from '../../http/answer.js';
import { mapLazily, paginate } from '../../restli/paging.js';
import { parseOrganization, parseWholeNumber, readText, readTexts, toRecord } from '../../restli/read.js';
import type { World } from '../../world.js';
import { ADMIN_SCOPES, ADMINISTRATORS, type Call, type Resource } from '../resource.js';

/** What others did on a page in the last sixty days, newest first (organization-notifications, read 2026-11-22). */
export const notifications: Resource = {
  name: 'organizationalEntityNotifications',
  path: 'organizationalEntityNotifications',
  actions: [
    {
      method: 'FINDER',
      finder: 'criteria',
      required: ['actions', 'organizationalEntity'],
      optional: ['timeRange', 'start', 'count'],
      scopes: ADMIN_SCOPES,
      roles: ADMINISTRATORS,
      listOrganizations: (call) => [readEntity(call)],
      handle: find,
    },
  ],
};

const readEntity = ({ params }: Call): number => parseOrganization(readText(params, 'organizationalEntity'));

function find(call: Call, world: World): unknown {
  const page = world.page(readEntity(call));
  if (!page) throw refuseUnknownEntity();
  const actions = readTexts(call.params, 'actions');
  const known: readonly string[] = NOTIFIED_ACTIONS;
  if (!actions.every((action) => known.includes(action))) throw refuseParameter('actions');
  const { start, end } = readRange(call);
  const wanted = listHappenings(world, page).filter(
    ({ action, time }) => actions.includes(action) && time >= start && time <= end,
  );
  return paginate(
    call,
    mapLazily(wanted, (happening) => composeNotification(happening, page.id)),
  );
}

function readRange({ params }: Call): { start: number; end: number } {
  if (!params.values.has('timeRange')) return { start: 0, end: Infinity };
  const range = toRecord(params.values.get('timeRange'), 'timeRange');
  const read = (name: string, missing: number): number =>
    range[name] === undefined ? missing : parseWholeNumber(range[name], 'timeRange');
  const [start, end] = [read('start', 0), read('end', Infinity)];
  if (end < start) throw refuseParameter('timeRange');
  return { start, end };
}
