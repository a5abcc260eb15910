import { createCodes, type Codes } from './consent/codes.js';
import { listGrants, type Acl } from './data/directory.js';
import { makePage, type Page } from './data/page.js';
import { parseInstant } from './data/days.js';
import { createActivityLog, type ActivityLog } from './data/posts/activity.js';
import { computeMark } from './data/posts/urns.js';
import { MEMBER } from './data/profile-parts.js';
import { createFaultQueue, type FaultQueue } from './faults.js';
import { makeOptions, patchOptions } from './patch.js';
import type { OrganizationOption, SandboxOptions, SandboxPatch } from './options.js';
import { createRequestLog, type RequestLog } from './request-log.js';
import { createThrottle, type Throttle } from './throttle.js';
import { createTokens, type Tokens } from './tokens.js';

/** Everything a running sandbox knows: its current options, and what has happened so far. */
export interface World {
  readonly options: SandboxOptions;
  readonly tokens: Tokens;
  readonly codes: Codes;
  readonly throttle: Throttle;
  readonly faults: FaultQueue;
  readonly log: RequestLog;
  readonly activity: ActivityLog;
  /** The sandbox clock, in epoch milliseconds. */
  now(): number;
  find(id: number): OrganizationOption | undefined;
  /** What the numbers of an organization are computed from; undefined if there is no such organization. */
  page(id: number): Page | undefined;
  /** The pages whose posts have ids with this mark. */
  listByMark(mark: number): readonly Page[];
  /** Every role of the token's member, in page order. */
  listAcls(): readonly Acl[];
  /** Whether the token's member has one of these roles there, in state APPROVED. */
  hasRole(id: number, ...roles: readonly string[]): boolean;
  /** Days of delay of a resource for an organization, beyond LinkedIn's own. */
  lateDays(id: number, resource: string): number;
  /**
   * Changes options.
   *
   * @throws TypeError if the patch makes no sense; nothing is then changed
   */
  set(patch: SandboxPatch): void;
}

export function createWorld(start: SandboxPatch): World {
  let options = makeOptions(start);
  let byId = indexById(options);
  let byMark = indexByMark(options);
  let faults = createFaultQueue(options.faults);
  const readOptions = (): SandboxOptions => options;
  let fixed = parseClock(options);
  const now = (): number => fixed ?? Date.now();
  const tokens = createTokens(readOptions, now);
  const throttle = createThrottle(readOptions, now);

  const react = (patch: SandboxPatch): void => {
    if (patch.organizations !== undefined) byId = indexById(options);
    if (patch.organizations !== undefined || patch.seed !== undefined) byMark = indexByMark(options);
    if (patch.faults !== undefined) faults = createFaultQueue(options.faults);
    if (patch.burst !== undefined) throttle.startBurst();
    if (patch.token?.access !== undefined) tokens.setAll(patch.token.access);
  };
  react(start);

  return {
    get options() {
      return options;
    },
    get faults() {
      return faults;
    },
    tokens,
    codes: createCodes(now),
    throttle,
    activity: createActivityLog(),
    log: createRequestLog(() => options.requestLogSize),
    now,
    find: (id) => byId.get(id),
    page(id) {
      const option = byId.get(id);
      return option && makePage(option, options);
    },
    listByMark: (mark) => (byMark.get(mark) ?? []).map((option) => makePage(option, options)),
    listAcls: () =>
      options.organizations.flatMap((option) =>
        listGrants(option, options.roles).map(({ role, state }) => ({
          role,
          organization: `urn:li:organization:${option.id}`,
          roleAssignee: MEMBER,
          state,
        })),
      ),
    hasRole(id, ...roles) {
      const option = byId.get(id);
      const grants = option ? listGrants(option, options.roles) : [];
      return grants.some((grant) => roles.includes(grant.role) && grant.state === 'APPROVED');
    },
    lateDays(id, resource) {
      const late = options.lateDays[id] ?? options.lateDays['*'];
      return late?.[resource] ?? late?.['*'] ?? 0;
    },
    set(patch) {
      options = patchOptions(options, patch);
      fixed = parseClock(options);
      react(patch);
    },
  };
}

function parseClock({ now }: SandboxOptions): number | null {
  return now === null ? null : parseInstant(now);
}

function indexById({ organizations }: SandboxOptions): Map<number, OrganizationOption> {
  return new Map(organizations.map((option) => [option.id, option]));
}

/** Among a few thousand pages, some share a mark. */
function indexByMark({ organizations, seed }: SandboxOptions): Map<number, OrganizationOption[]> {
  const byMark = new Map<number, OrganizationOption[]>();
  for (const option of organizations) {
    const mark = computeMark(seed, option.id);
    byMark.set(mark, [...(byMark.get(mark) ?? []), option]);
  }
  return byMark;
}
