import type { VideoStatistic } from './data/posts/videos.js';
import { refuse, Refusal, type Answer } from './http/answer.js';
import type { WireRequest } from './http/wire-request.js';
import { isObject } from '../json-object.js';
import { performAction, type MemberAction } from './member-actions.js';
import { createTruth, type Truth } from './truth.js';
import type { World } from './world.js';

/**
 * Answers `/sandbox/…`, the endpoints to inspect and change a running sandbox. The server listens only on the loopback
 * address; a foreign Host header means a web page is trying DNS rebinding.
 */
export function answerControl(request: WireRequest, world: World): Answer {
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? ''))
    throw refuse(403, 'The sandbox answers only to 127.0.0.1 and localhost');
  try {
    return route(request, world);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw refuse(400, error instanceof Error ? error.message : String(error));
  }
}

function route({ method, path, query, body }: WireRequest, world: World): Answer {
  const name = path.slice('/sandbox/'.length);
  switch (`${method} ${name}`) {
    case 'GET control':
      return show(world);
    case 'POST control':
      change(body, world);
      return show(world);
    case 'GET requests':
      return { status: 200, json: world.log.list() };
    case 'DELETE requests':
      world.log.clear();
      return { status: 200, json: [] };
    case 'POST act':
      return { status: 200, json: { urn: performAction(world, JSON.parse(body) as MemberAction) } };
  }
  if (method === 'GET' && name.startsWith('truth/')) return answerTruth(name.slice('truth/'.length), { query, world });
  throw refuse(404, `The sandbox has no ${method} ${path}`);
}

function show(world: World): Answer {
  return { status: 200, json: { ...world.options, clock: new Date(world.now()).toISOString() } };
}

function change(body: string, world: World): void {
  const patch: unknown = JSON.parse(body);
  if (!isObject(patch)) throw new TypeError('A patch of the options must be a JSON object.');
  world.set(patch);
}

/** `GET /sandbox/truth/shareDay?organization=1&day=2026-11-20`, `GET /sandbox/truth/comments?urn=urn:li:share:1`. */
function answerTruth(name: string, { query, world }: { query: string; world: World }): Answer {
  const truth = createTruth(world);
  const params = new URLSearchParams(query);
  const organization = Number(params.get('organization'));
  const day = params.get('day') ?? '';
  const urn = params.get('urn') ?? '';
  const answers: { readonly [Name in keyof Truth]: () => unknown } = {
    acls: () => truth.acls(),
    organizations: () => truth.organizations(),
    organization: () => truth.organization(organization),
    totalFollowers: () => truth.totalFollowers(organization),
    lifetimeFollowers: () => truth.lifetimeFollowers(organization),
    lifetimeShares: () => truth.lifetimeShares(organization),
    followerDay: () => truth.followerDay({ organization, day }),
    finalFollowerDay: () => truth.finalFollowerDay({ organization, day }),
    followerMonth: () => truth.followerMonth({ organization, day }),
    shareDay: () => truth.shareDay({ organization, day }),
    finalShareDay: () => truth.finalShareDay({ organization, day }),
    shareMonth: () => truth.shareMonth({ organization, day }),
    lifetimePages: () => truth.lifetimePages(organization),
    pageDay: () => truth.pageDay({ organization, day }),
    pageMonth: () => truth.pageMonth({ organization, day }),
    nameOf: () => truth.nameOf(urn, params.get('locale') ?? undefined),
    posts: () => truth.posts(organization),
    post: () => truth.post(urn),
    postStatistics: () => truth.postStatistics(urn),
    videoDay: () => truth.videoDay({ post: urn, type: (params.get('type') ?? 'VIDEO_VIEW') as VideoStatistic, day }),
    socialMetadata: () => truth.socialMetadata(urn),
    comments: () => truth.comments(urn),
    likes: () => truth.likes(urn),
    reactions: () => truth.reactions(urn),
    notifications: () => truth.notifications(organization),
  };
  const known = Object.keys(answers).join(', ');
  if (!(name in answers)) throw refuse(404, `There is no truth "${name}". Choose one of: ${known}.`);
  return { status: 200, json: answers[name as keyof Truth]() };
}
