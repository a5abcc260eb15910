import { NoOrganizationError } from '../access/denial.js';
import { DAY_MS } from '../clock.js';
import type { Config } from '../config/config.js';
import { isObject, textOf, type JsonObject } from '../json-object.js';
import type { LinkedInClient } from '../linkedin/client.js';
import { AccessDeniedError, isLimit } from '../linkedin/errors.js';
import { PAGE_SIZES, requestRoles } from '../linkedin/request-builders.js';
import { organizationId, organizationUrn } from '../linkedin/urn.js';
import { NOBODYS } from '../recorded.js';
import { Asker } from './asker.js';
import { ASSUMPTIONS, type AssumptionId } from './assumptions/table.js';
import { finding, verdictOf, type Finding, type Verdict } from './evidence.js';
import { NothingAnsweredError } from './nothing-answered.js';
import {
  askAboutNotifications,
  askAboutOthers,
  askAboutToken,
  askAboutVersions,
  judgeLimits,
} from './questions/access.js';
import { askAboutBatches } from './questions/batches.js';
import { askAboutPosts } from './questions/posts.js';
import { askAboutSocial } from './questions/social.js';
import { askAboutWindows } from './questions/windows.js';

export interface ProbeOptions {
  readonly config: Pick<Config, 'organizations' | 'benchmarkOrganizations' | 'linkedinVersion'>;
  readonly client: LinkedInClient;
  /** URN of the page to ask about; null: the first one in the settings, else the first that the member administers. */
  readonly organization: string | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

export interface ProbeReport {
  /** Calls made, including those for tokens. */
  readonly calls: number;
  /** One for each assumption, in the order of the table. */
  readonly findings: readonly Finding[];
}

/**
 * Asks LinkedIn what its documents leave open. It only reads, changes nothing, and keeps nothing of what it reads.
 *
 * @throws what the first call is refused with, NoOrganizationError, or NothingAnsweredError
 */
export async function probe({ config, client, organization, now }: ProbeOptions): Promise<ProbeReport> {
  const asker = new Asker(client);
  const named = organization ?? config.organizations[0] ?? null;
  const roles = await readRoles(client, { isNeeded: named === null });
  const page = named ?? roles?.administered[0];
  if (page === undefined) throw new NoOrganizationError();
  const subject = { organization: page, today: Math.floor(now / DAY_MS) * DAY_MS };

  const windows = await askAboutWindows(asker, subject);
  const posts = await askAboutPosts(asker, subject);
  const batches = await askAboutBatches(asker, { ...subject, posts: posts.posts });
  const social = await askAboutSocial(asker, { ...subject, ...batches, posts: posts.posts });
  const others = [...config.benchmarkOrganizations, LINKEDIN, ...(roles?.others ?? [])];
  const found = [
    ...windows,
    ...posts.findings,
    judgeRolesCount(roles),
    ...batches.findings,
    ...social,
    ...(await askAboutOthers(asker, { others: others.slice(0, MOST_OTHERS), batches: verdictIn(batches.findings) })),
    await askAboutNotifications(asker, subject),
    ...(await askAboutVersions(asker, { ...subject, version: config.linkedinVersion })),
    await askAboutToken(asker),
    judgeLimits(asker),
  ];
  if (asker.answered === 0) throw new NothingAnsweredError();
  return { calls: asker.calls, findings: inOrder(found) };
}

/** LinkedIn's own page, which hardly anybody who asks administers. */
const LINKEDIN = organizationUrn(NOBODYS.linkedin);
const MOST_OTHERS = 3;

const verdictIn = (findings: readonly Finding[]): Verdict =>
  findings.find(({ id }) => id === 'batch.allowed')?.verdict ?? 'unknown';

interface RolesHeard {
  readonly administered: readonly string[];
  readonly others: readonly string[];
  readonly count: number | null;
}

/** Reads one page of roles; null: not for this token, or a limit was reached. */
async function readRoles(client: LinkedInClient, { isNeeded }: { isNeeded: boolean }): Promise<RolesHeard | null> {
  try {
    const { body } = await client.get<JsonObject>(requestRoles(0));
    const elements = Array.isArray(body['elements']) ? (body['elements'] as readonly unknown[]).filter(isObject) : [];
    const pages = elements.flatMap((element) => {
      const id = organizationId(textOf(element['organization']));
      const isOwn = element['role'] === 'ADMINISTRATOR' && element['state'] === 'APPROVED';
      return id === null ? [] : [{ urn: organizationUrn(id), isOwn }];
    });
    const administered = pages.filter(({ isOwn }) => isOwn).map(({ urn }) => urn);
    const others = pages.filter(({ urn }) => !administered.includes(urn)).map(({ urn }) => urn);
    const count = isObject(body['paging']) ? body['paging']['count'] : null;
    return { administered, others, count: typeof count === 'number' ? count : null };
  } catch (error) {
    if (!isNeeded && (isLimit(error) || error instanceof AccessDeniedError)) return null;
    if (isLimit(error)) throw new NothingAnsweredError({ cause: error });
    throw error;
  }
}

function judgeRolesCount(roles: RolesHeard | null): Finding {
  const told = roles?.count ?? null;
  return finding('roles.count', verdictOf(told === null ? null : told >= PAGE_SIZES.roles), {
    ...(roles === null ? { note: 'refused' } : { status: [200] }),
    counts: { asked: PAGE_SIZES.roles, ...(told !== null && { told }) },
  });
}

function inOrder(found: readonly Finding[]): Finding[] {
  const byId = new Map<AssumptionId, Finding>(found.map((one) => [one.id, one]));
  return ASSUMPTIONS.map(({ id }) => byId.get(id) ?? finding(id, 'unknown', { note: 'not asked' }));
}
