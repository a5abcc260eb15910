import { isObject, type JsonObject } from '../../json-object.js';
import type { ApiRequest } from '../../linkedin/api-request.js';
import type { BatchResource } from '../../linkedin/batch-keys.js';
import { FOLLOWER_STATISTICS, GEO, ORGANIZATIONS, SOCIAL_METADATA } from '../../linkedin/endpoints.js';
import { requestPostStatistics, requestStatistics } from '../../linkedin/request-builders.js';
import { encodeList } from '../../linkedin/restli.js';
import { organizationId } from '../../linkedin/urn.js';
import { NOBODYS } from '../../recorded.js';
import { STATISTICS_BATCH } from '../../sync/posts/statistics.js';
import { elementsIn, evidenceOf, isRefusalOf, type Asker, type Heard } from '../asker.js';
import { finding, verdictOf, type Finding } from '../evidence.js';
import type { Subject } from '../subject.js';

/** A number larger than that of any page. */
const NO_PAGE = NOBODYS.page;
/** The time in its id is before LinkedIn had posts. */
const NO_POST = `urn:li:share:${NOBODYS.post}`;

export interface BatchesHeard {
  readonly findings: readonly Finding[];
  /** socialMetadata of the posts, by URN. */
  readonly social: ReadonlyMap<string, JsonObject>;
  readonly metadata: Heard;
}

/** Asks for organizations, geos and posts by BATCH_GET, and for statistics of several posts. */
export async function askAboutBatches(
  asker: Asker,
  { organization, posts }: Subject & { posts: readonly JsonObject[] },
): Promise<BatchesHeard> {
  const urns = posts.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
  const organizations = await asker.ask(batchOf(ORGANIZATIONS, [String(organizationId(organization)), NO_PAGE]));
  const mentioned = await askForGeos(asker, organization);
  const geos = mentioned.length > 0 ? await asker.ask(batchOf(GEO, mentioned)) : NOTHING_TO_ASK;
  const few = urns.slice(0, SOCIAL_METADATA.size);
  const metadata = few.length > 0 ? await asker.ask(batchOf(SOCIAL_METADATA, few)) : NOTHING_TO_ASK;
  return {
    findings: [
      ...judgeOrganizations(organizations, String(organizationId(organization))),
      judgeSize('batch.geos', { heard: geos, asked: mentioned.length, size: GEO.size }),
      judgeSize('batch.social', { heard: metadata, asked: few.length, size: SOCIAL_METADATA.size }),
      ...(await askPostStatistics(asker, { organization, urns })),
    ],
    social: new Map(Object.entries(resultsIn(metadata)).flatMap(([key, value]) => entryOf(key, value))),
    metadata,
  };
}

const NOTHING_TO_ASK: Heard = { kind: 'nothing', note: 'nothing to ask about' };

export function batchOf({ resource, path }: BatchResource, ids: readonly string[]): ApiRequest {
  return { resource, method: 'BATCH_GET', path, query: `ids=${encodeList(ids)}` };
}

export function resultsIn(heard: Heard): JsonObject {
  return heard.kind === 'answered' && isObject(heard.body['results']) ? heard.body['results'] : {};
}

/** Keys come as they are or percent-encoded. */
function entryOf(key: string, value: unknown): [string, JsonObject][] {
  try {
    return isObject(value) ? [[decodeURIComponent(key), value]] : [];
  } catch {
    return [];
  }
}

function judgeOrganizations(heard: Heard, own: string): Finding[] {
  const isDenied = heard.kind === 'refused' && heard.status === 403;
  const results = resultsIn(heard);
  const isSingled = own in results && !(NO_PAGE in results);
  const status = statusOf(heard, NO_PAGE);
  return [
    finding('batch.allowed', verdictOf(heard.kind === 'answered' ? true : isDenied ? false : null), evidenceOf(heard)),
    finding('batch.unknown-id', verdictOf(heard.kind === 'answered' ? isSingled : isRefusalOf(heard) ? false : null), {
      ...evidenceOf(heard),
      ...(status !== null && { counts: { 'status of the id': status } }),
    }),
  ];
}

function statusOf(heard: Heard, id: string): number | null {
  if (heard.kind !== 'answered') return null;
  const { statuses, errors } = heard.body;
  const error = isObject(errors) ? errors[id] : null;
  const told = isObject(error) ? error['status'] : isObject(statuses) ? statuses[id] : null;
  return typeof told === 'number' ? told : null;
}

async function askForGeos(asker: Asker, organization: string): Promise<string[]> {
  const heard = await asker.ask(requestStatistics(FOLLOWER_STATISTICS, organization));
  const facets = elementsIn(heard).flatMap(({ followerCountsByGeo: areas, followerCountsByGeoCountry: countries }) =>
    [areas, countries].flatMap((list) => (Array.isArray(list) ? (list as readonly unknown[]) : [])),
  );
  const ids = facets.flatMap((facet) =>
    isObject(facet) ? (/^urn:li:geo:(\d+)$/.exec(String(facet['geo']))?.[1] ?? []) : [],
  );
  return [...new Set(ids)].slice(0, GEO.size);
}

/** If fewer were asked for than fit, success says nothing. */
function judgeSize(
  id: 'batch.geos' | 'batch.social' | 'batch.posts',
  { heard, asked, size }: { heard: Heard; asked: number; size: number },
): Finding {
  const isTaken = heard.kind === 'answered' && asked >= size;
  const isRefused = heard.kind === 'refused' && [400, 413, 414, 422].includes(heard.status);
  return finding(id, verdictOf(isTaken ? true : isRefused ? false : null), { ...evidenceOf(heard), counts: { asked } });
}

async function askPostStatistics(
  asker: Asker,
  { organization, urns }: { organization: string; urns: readonly string[] },
): Promise<Finding[]> {
  const [shares, ugcPosts] = (['share', 'ugcPost'] as const).map((kind) => ({
    kind,
    posts: urns.filter((urn) => urn.startsWith(`urn:li:${kind}:`)).slice(0, STATISTICS_BATCH),
  })) as [{ kind: 'share'; posts: string[] }, { kind: 'ugcPost'; posts: string[] }];
  const most = shares.posts.length >= ugcPosts.posts.length ? shares : ugcPosts;
  const batch =
    most.posts.length > 0 ? await asker.ask(requestPostStatistics({ organization, ...most })) : NOTHING_TO_ASK;
  const mixed = [...shares.posts.slice(0, 1), NO_POST];
  const unknown = await asker.ask(requestPostStatistics({ organization, kind: 'share', posts: mixed }));
  return [
    judgeSize('batch.posts', { heard: batch, asked: most.posts.length, size: STATISTICS_BATCH }),
    finding(
      'batch.unknown-post',
      verdictOf(isRefusalOf(unknown) ? true : unknown.kind === 'answered' ? false : null),
      evidenceOf(unknown),
    ),
  ];
}
