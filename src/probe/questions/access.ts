import { isObject } from '../../json-object.js';
import type { ApiRequest } from '../../linkedin/api-request.js';
import { ORGANIZATIONS_LOOKUP } from '../../linkedin/endpoints.js';
import { requestNetworkSize } from '../../linkedin/request-builders.js';
import { encode, encodeList } from '../../linkedin/restli.js';
import { organizationId } from '../../linkedin/urn.js';
import { evidenceOf, fieldsOf, pagingIn, type Asker, type Heard } from '../asker.js';
import { finding, verdictOf, type Finding, type Verdict } from '../evidence.js';
import type { Subject } from '../subject.js';
import { batchOf, resultsIn } from './batches.js';

/** A version that never existed (versioning page of LinkedIn's documentation). */
const NO_VERSION = '202512';
const NOTIFICATIONS = 'organizationalEntityNotifications';
const NOTIFICATION_COUNT = 100;

/**
 * Asks about the first of these pages that exists. If no batch is allowed at all, a refused one says nothing about such
 * pages.
 */
export async function askAboutOthers(
  asker: Asker,
  { others, batches }: { others: readonly string[]; batches: Verdict },
): Promise<Finding[]> {
  let followers: Heard = { kind: 'nothing', note: 'no such page is known' };
  let page: string | null = null;
  for (const other of others) {
    followers = await asker.ask(requestNetworkSize(other));
    page = other;
    if (followers.kind !== 'refused' || followers.status !== 404) break;
  }
  const isThere =
    page !== null && followers.kind === 'answered' && typeof followers.body['firstDegreeSize'] === 'number';
  const isDenied = followers.kind === 'refused' && followers.status !== 404 && followers.status < 429;
  const id = page === null ? '' : String(organizationId(page));
  const lookup: Heard = page === null ? followers : await asker.ask(batchOf(ORGANIZATIONS_LOOKUP, [id]));
  const found = resultsIn(lookup)[id];
  const told = isObject(found) ? typeof found['localizedName'] === 'string' : null;
  const isRefused = lookup.kind === 'refused' && lookup.status < 429 && batches !== 'differs';
  return [
    finding('foreign.followers', verdictOf(isThere ? true : isDenied ? false : null), evidenceOf(followers)),
    finding('foreign.lookup', verdictOf(isRefused ? false : told), {
      ...evidenceOf(lookup),
      ...(isObject(found) && { fields: fieldsOf(found).sort() }),
    }),
  ];
}

/** Asks with two invalid versions, by a call that anybody may make. */
export async function askAboutVersions(
  asker: Asker,
  { organization, version }: Subject & { version: string },
): Promise<Finding[]> {
  const request = requestNetworkSize(organization);
  const long = await asker.ask(request, { version: `${version}01` });
  const never = await asker.ask(request, { version: NO_VERSION });
  return [
    finding('version.digits', verdictOf(toldBy(long, (status) => status !== 200)), evidenceOf(long)),
    finding(
      'version.refusal',
      verdictOf(toldBy(never, (status) => status === 426 || isNamed(never))),
      evidenceOf(never),
    ),
  ];
}

function toldBy(heard: Heard, judge: (status: number) => boolean): boolean | null {
  return heard.kind === 'nothing' || heard.status >= 500 || heard.status === 429 ? null : judge(heard.status);
}

const isNamed = (heard: Heard): boolean => heard.kind === 'refused' && heard.body['code'] === 'NONEXISTENT_VERSION';

export async function askAboutNotifications(asker: Asker, { organization }: Subject): Promise<Finding> {
  const actions = encodeList(['COMMENT', 'SHARE_MENTION']);
  const request: ApiRequest = {
    resource: NOTIFICATIONS,
    method: 'FINDER',
    path: `/rest/${NOTIFICATIONS}`,
    query: `q=criteria&actions=${actions}&organizationalEntity=${encode(organization)}&start=0&count=${NOTIFICATION_COUNT}`,
  };
  const heard = await asker.ask(request);
  const { count } = pagingIn(heard);
  const isRefused = heard.kind === 'refused' && heard.status === 400;
  return finding(
    'notifications.count',
    verdictOf(isRefused ? false : count === undefined ? null : count >= NOTIFICATION_COUNT),
    {
      ...evidenceOf(heard),
      counts: { asked: NOTIFICATION_COUNT, ...(count !== undefined && { told: count }) },
    },
  );
}

const INTROSPECTED = ['active', 'expires_at', 'scope'];

export async function askAboutToken(asker: Asker): Promise<Finding> {
  const heard = await asker.introspect();
  if (heard === null) {
    return finding('token.introspection', 'unknown', { note: 'not asked: needs client_id and client_secret' });
  }
  const fields = heard.kind === 'answered' ? fieldsOf(heard.body).sort() : [];
  const isSo = heard.kind === 'answered' ? INTROSPECTED.every((name) => fields.includes(name)) : null;
  return finding('token.introspection', verdictOf(isSo), { ...evidenceOf(heard), fields });
}

/** Judges by the headers of all 429s that came. */
export function judgeLimits({ limitHeaders }: Pick<Asker, 'limitHeaders'>): Finding {
  if (limitHeaders.length === 0) return finding('limits.headers', 'unknown', { note: 'no 429 came' });
  const fields = [...new Set(limitHeaders.flat())].sort();
  return finding('limits.headers', verdictOf(fields.length === 0), { status: [429], fields });
}
