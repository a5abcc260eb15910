import type { Fault, FaultKind, SandboxPatch } from '../../src/sandbox/index.js';
import { STREAM_TABLE } from '../../src/streams/table.js';
import { Dice } from './dice.js';
import type { Cut, Life, Night, PostAction, PostOddity } from './life.js';

/** Streams added when the seeds of the others already existed: lives get them in addition to what they draw. */
const LATER_STREAMS = ['benchmark_follower_count', 'notifications'];
const ALL_STREAMS = STREAM_TABLE.map(({ name }) => name).filter((name) => !LATER_STREAMS.includes(name));
/** A page on which the member has no role. */
export const OTHERS = [2001];
const IDS = [1001, 1002, 1003, 1004, 1005];

/** Resources that may fail; `undefined` is any of them. */
const RESOURCES = [
  undefined,
  'organizationAcls',
  'organizations',
  'networkSizes',
  'organizationalEntityFollowerStatistics',
  'organizationalEntityShareStatistics',
  'organizationPageStatistics',
  'posts',
  'socialMetadata',
  'socialActions/comments',
  'socialActions/likes',
  'reactions',
  'videoAnalytics',
  'geo',
  'industries',
] as const;

/** Faults that a retry gets past, unless they outlast all tries. */
const PASSING: readonly FaultKind[] = [
  '500',
  '502-html',
  '503-html',
  '504',
  'reset-before-answer',
  'reset-mid-body',
  'truncated-gzip',
  'truncated-json',
  'invalid-json',
  'empty-body',
  'html-200',
];

/** Draws a life from its seed: the same seed, the same life. */
export function drawLife(seed: number): Life {
  const dice = new Dice(seed);
  const ids = IDS.slice(0, dice.whole(1, IDS.length));
  const own = new Dice(seed + 500_000);
  const privacy = own.chance(0.15) ? { member_data: 'drop' } : {};
  const chosen = dice.chance(0.15) ? ALL_STREAMS : dice.some(ALL_STREAMS, 0.25);
  const streams = 'member_data' in privacy ? withoutMembers(chosen) : chosen;
  const sweepDays = dice.pick([1, 3, 30]);
  const settings = {
    start_date: dice.pick(['2026-10-20', '2026-11-10', '2026-11-21']),
    lookback_days: dice.pick([7, 7, 9]),
    time_granularity: dice.chance(0.15) ? 'MONTH' : 'DAY',
    posts_full_refresh_days: sweepDays,
    social_full_refresh_days: sweepDays,
    flattening_enabled: dice.chance(0.2),
    benchmark_organization_ids: OTHERS,
    ...privacy,
    ...(own.chance(0.2) && { snapshot_history: true }),
    ...(dice.chance(0.5) && { organization_ids: ids }),
  };
  const later = new Dice(seed + 700_000).some(LATER_STREAMS, 0.4);
  const nights: Night[] = [];
  let day = 0;
  for (let night = dice.whole(2, 6); night > 0; night--) {
    // Separate dice, so that the seeds that once found something still do.
    const odd = new Dice(seed * 100 + night);
    const notified = new Dice(seed * 100 + night + 50_000_000);
    const { faults, patch, actions, settings: settingsOfNight, ...drawn } = drawNight(dice, { day, ids, streams });
    const moves = drawMoves(odd, patch.editWhilePaging === true);
    nights.push({
      ...drawn,
      streams: [...drawn.streams, ...later],
      patch: { ...patch, ...moves },
      faults: [...faults, ...drawOddAnswers(odd, ids)],
      oddities: drawOddities(odd),
      actions: [
        ...actions,
        ...drawTakenBack(odd),
        ...(moves.showLate ? drawLateEdits(odd) : []),
        ...drawNotified(notified),
      ],
      settings: { ...settingsOfNight, ...(odd.chance(0.08) && { time_granularity: odd.pick(['DAY', 'MONTH']) }) },
    });
    // Most nights follow each other; some are run twice, and some outages last weeks.
    day += dice.pick([1, 1, 1, 1, 1, 0, 2, 9, 20]);
  }
  const lost = ids.length > 1 && dice.chance(0.2) ? dice.pick(ids) : null;
  const patch = lost === null ? {} : { roles: { [lost]: drawRole(dice) } };
  const calmly = (at: number): Night => ({ ...CALM, day: at, streams: [...streams, ...later], patch });
  return {
    seed,
    sandbox: drawSandbox(dice, ids),
    usual: drawnBack(ids),
    settings,
    usesRefreshToken: dice.chance(0.6),
    nights,
    deselected: own.chance(0.25) ? own.some(DESELECTABLE, 0.5) : [],
    lost,
    calm: [calmly(day + 1), calmly(day + 1 + sweepDays)],
  };
}

/** Fields that a catalog may leave out, by stream. */
const DESELECTABLE = ['posts.commentary', 'posts.content', 'comments.message', 'organization_lookup.locations'];

/** Their keys contain members and are hashed with `member_data`, so these streams cannot be compared then. */
const KEYED_BY_MEMBERS = ['likes', 'reactions', 'organization_acls', 'comments'];

function withoutMembers(streams: readonly string[]): readonly string[] {
  const others = streams.filter((name) => !KEYED_BY_MEMBERS.includes(name));
  return others.length > 0 ? others : ['posts'];
}

const CALM: Omit<Night, 'day' | 'streams' | 'patch'> = {
  actions: [],
  faults: [],
  oddities: [],
  settings: {},
  cut: null,
};

function drawSandbox(dice: Dice, ids: readonly number[]): SandboxPatch {
  return {
    seed: dice.whole(1, 1_000_000),
    organizations: [
      ...ids.map((id) => ({ id, posts: dice.pick([0, 3, 12, 12, 140]), inactive: dice.chance(0.1) })),
      ...OTHERS.map((id) => ({ id, role: null })),
    ],
    commentsPerPost: dice.pick([0, 3, 60]),
    reactionsPerPost: dice.pick([0, 4, 60]),
    shuffle: dice.chance(0.3),
    omitEmptyDays: dice.chance(0.3),
    omitUniqueImpressions: dice.chance(0.3),
    noComments: dice.pick(['empty', 'not-found'] as const),
    socialUrns: dice.pick(['usual', 'old', 'absent'] as const),
    aclFirstPage: dice.pick(['full', 'full', 'short', 'empty'] as const),
    gzip: dice.chance(0.3),
    // The user renews it in time.
    token: { accessTokenSeconds: 365 * 86_400 },
    oldGeography: true,
    restate: true,
  };
}

function drawNight(
  dice: Dice,
  at: { day: number; ids: readonly number[]; streams: readonly string[] },
): Omit<Night, 'oddities'> {
  const { day, ids, streams } = at;
  return {
    day,
    patch: drawPatch(dice, ids),
    actions: Array.from({ length: dice.whole(0, 4) }, () => drawAction(dice)),
    faults: Array.from({ length: dice.pick([0, 0, 1, 2, 4]) }, () => drawFault(dice, ids)),
    settings: drawSettings(dice, ids),
    streams: dice.chance(0.8) ? streams : dice.some(streams, 0.5),
    cut: dice.chance(0.35) ? drawCut(dice) : null,
  };
}

/** What is different at LinkedIn on this night. */
function drawPatch(dice: Dice, ids: readonly number[]): SandboxPatch {
  return {
    ...(dice.chance(0.3) && { roles: { [dice.pick(ids)]: drawRole(dice) } }),
    ...(dice.chance(0.25) && { quota: { [dice.pick(RESOURCES) ?? '*']: { member: dice.whole(0, 6) } } }),
    ...(dice.chance(0.2) && { burst: { calls: dice.whole(1, 4) } }),
    ...(dice.chance(0.25) && {
      lateDays: { [dice.chance(0.5) ? '*' : dice.pick(ids)]: { [dice.pick(STATISTICS)]: dice.whole(1, 4) } },
    }),
    ...(dice.chance(0.25) && { postPages: dice.pick(['short', 'empty'] as const) }),
    ...(dice.chance(0.2) && { editWhilePaging: true }),
    ...(dice.chance(0.06) && { versions: ['202608'] }),
    ...(dice.chance(0.08) && { token: { access: 'revoked' as const } }),
    ...(dice.chance(0.1) && { tier: 'development' as const }),
  };
}

const STATISTICS = [
  '*',
  'organizationalEntityFollowerStatistics',
  'organizationalEntityShareStatistics',
  'organizationPageStatistics',
];

/** Undoes whatever a night can have changed. */
function drawnBack(ids: readonly number[]): SandboxPatch {
  const none = Object.fromEntries(RESOURCES.map((resource) => [resource ?? '*', null]));
  return {
    roles: Object.fromEntries(ids.map((id) => [id, null])),
    quota: none,
    burst: null,
    lateDays: Object.fromEntries([...ids, '*'].map((id) => [id, null])),
    postPages: 'full',
    editWhilePaging: false,
    deleteWhilePaging: 0,
    showLate: false,
    oddStart: 'taken',
    versions: ['202608', '202609'],
    token: { access: 'valid' },
    tier: 'standard',
    faults: [],
  };
}

function drawRole(dice: Dice): { role: string; state: string } {
  return dice.pick([
    { role: 'ADMINISTRATOR', state: 'REVOKED' },
    { role: 'CONTENT_ADMINISTRATOR', state: 'APPROVED' },
    { role: 'ANALYST', state: 'APPROVED' },
  ]);
}

function drawFault(dice: Dice, ids: readonly number[]): Fault {
  const resource = dice.pick(RESOURCES);
  const match = {
    ...(resource !== undefined && { resource }),
    ...(resource?.startsWith('organizational') && dice.chance(0.5) && { organization: dice.pick(ids) }),
  };
  const after = dice.whole(0, 6);
  if (dice.chance(0.12)) return { kind: 'status', status: 401, body: EXPIRED, match, after };
  if (dice.chance(0.12)) return { kind: 'status', status: 403, body: DENIED, match, after, times: dice.whole(1, 9) };
  if (dice.chance(0.08)) return { kind: 'stall', match, after };
  return { kind: dice.pick(PASSING), match, after, times: dice.pick([1, 1, 2, 9]) };
}

const ODD_STATUSES = [400, 403, 404, 410, 422, 429, 500, 503];
const OF_POSTS = [
  'organizationalEntityShareStatistics',
  'socialMetadata',
  'socialActions/comments',
  'socialActions/likes',
  'reactions',
  'videoAnalytics',
];

/** At most two posts that LinkedIn answers oddly about on this night. */
function drawOddities(dice: Dice): PostOddity[] {
  return Array.from({ length: dice.pick([0, 0, 0, 1, 2]) }, () => ({
    page: dice.whole(0, 5),
    post: dice.pick([0, 1, 2, 5, 11]),
    resource: dice.pick(OF_POSTS),
    kind: dice.pick(['status', 'status', 'key', 'remove'] as const),
    status: dice.pick(ODD_STATUSES),
    times: dice.pick([1, 1, 'always'] as const),
  }));
}

/** Edits three posts at the same time; two of them appear late. */
function drawLateEdits(dice: Dice): PostAction[] {
  const page = dice.whole(0, 5);
  return [3, 4, 5].map((post) => ({ do: 'edit', page, post }));
}

/** Activity of others that only notifications reveal. */
function drawNotified(dice: Dice): PostAction[] {
  return Array.from({ length: dice.pick([0, 1, 3]) }, () => ({
    do: dice.pick(['edit comment', 'edit comment', 'share', 'mention'] as const),
    page: dice.whole(0, 5),
    post: dice.pick([0, 1, 2, 5, 11, 120]),
  }));
}

function drawTakenBack(dice: Dice): PostAction[] {
  return dice.chance(0.3)
    ? [{ do: 'take back comment', page: dice.whole(0, 5), post: dice.pick([0, 1, 2, 5, 11]) }]
    : [];
}

/**
 * Posts that disappear during a walk, or appear late, and a LinkedIn that does not accept every `start`. A post both
 * edited and deleted during a walk cannot be checked against anything.
 */
function drawMoves(dice: Dice, areEdited: boolean): SandboxPatch {
  return {
    ...(dice.chance(0.25) && !areEdited && { deleteWhilePaging: dice.pick([1, 4, 8, 30]) }),
    ...(dice.chance(0.15) && { showLate: true }),
    ...(dice.chance(0.1) && { oddStart: dice.pick(['refused', 'rounded'] as const) }),
  };
}

/**
 * Complete answers that are invalid: an error or nothing in a 200, a walk that never ends, a key that fails
 * temporarily.
 */
function drawOddAnswers(dice: Dice, ids: readonly number[]): Fault[] {
  if (!dice.chance(0.3)) return [];
  const resource = dice.pick(RESOURCES);
  const match = resource === undefined ? {} : { resource };
  const status = dice.pick([404, 500, 503]);
  const body = dice.chance(0.5) ? {} : { status, message: 'made-up trouble' };
  const key = { resource: 'organizations', item: String(dice.pick(ids)) };
  return [
    dice.pick<Fault>([
      { kind: 'status', status: 200, body, match, after: dice.whole(0, 6), times: dice.pick([1, 9]) },
      { kind: dice.pick(['endless', 'ignore-start'] as const), match: { resource: dice.pick(WALKS) }, times: 'always' },
      { kind: 'key', status: dice.pick(ODD_STATUSES), match: key, times: dice.pick([1, 9]) },
    ]),
  ];
}

const WALKS = ['posts', 'organizationAcls', 'socialActions/comments', 'reactions', 'industries'];

const EXPIRED = { status: 401, serviceErrorCode: 65602, code: 'EXPIRED_ACCESS_TOKEN', message: 'Expired' };
const DENIED = { status: 403, serviceErrorCode: 100, code: 'ACCESS_DENIED', message: 'Not enough permissions' };

function drawSettings(dice: Dice, ids: readonly number[]): Record<string, unknown> {
  return {
    max_concurrency: dice.pick([1, 2, 8]),
    ...(dice.chance(0.25) && { max_calls: dice.whole(0, 40) }),
    ...(dice.chance(0.15) && { organization_ids: dice.some(ids, 0.6) }),
    ...(dice.chance(0.1) && { linkedin_version: '202608' }),
  };
}

const drawAction = (dice: Dice): PostAction => ({
  do: dice.pick(['edit', 'edit', 'comment', 'comment', 'react', 'take back', 'delete'] as const),
  page: dice.whole(0, 5),
  post: dice.pick([0, 0, 1, 2, 5, 11, 120]),
});

function drawCut(dice: Dice): Cut {
  // Some within the first records, some much later.
  const afterBytes = Math.floor(10 ** (2 + 4 * dice.next()));
  return { by: dice.pick(['SIGKILL', 'SIGKILL', 'SIGTERM', 'reader'] as const), afterBytes };
}
