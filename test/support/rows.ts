import type { Sandbox } from '../../src/sandbox/index.js';
import type { Element, StreamEntry } from '../../src/streams/entry.js';
import type { Json } from './output.js';
import { LABS, TURBINES } from './sandboxes.js';

const IDS = [TURBINES, LABS];

/** Resources that have a different name in the sandbox's log than in the tap. */
const RESOURCES: Readonly<Record<string, string>> = {
  comments: 'socialActions/comments',
  likes: 'socialActions/likes',
  industries: 'industryTaxonomyVersions/industries',
};

/** The resource whose answers a stream's rows come from, as the sandbox names it. */
export function resourceOf({ name, source }: StreamEntry): string {
  return RESOURCES[name] ?? source.endpoint.resource;
}

/** Streams to select so that the stream has rows: geos are only looked up for others. */
export function streamsWith({ name, source }: StreamEntry): string[] {
  return source.kind === 'geos' ? [name, 'follower_statistics'] : [name];
}

/** The list in LinkedIn's answer whose items become the rows of a facet stream; null if whole elements do. */
export function facetOf({ name }: StreamEntry): string | null {
  const [, family, facet] = /^(follower_counts|page_statistics)_by_(.+)$/.exec(name) ?? [];
  if (!family || !facet) return null;
  const camel = facet.replaceAll(/(?:^|_)(.)/g, (_, letter: string) => letter.toUpperCase());
  if (family === 'follower_counts') return `followerCountsBy${camel}`;
  return `pageStatisticsBy${camel === 'Industry' ? 'IndustryV2' : camel}`;
}

/** A patch of an answer that sets these fields in whatever each row of the stream is made from. */
export function patchFor(stream: StreamEntry, fields: Json, sandbox: Sandbox): Json {
  const { source } = stream;
  const facet = facetOf(stream);
  const element = wrapped(stream, fields);
  if (facet) return { elements: { [facet]: element } };
  if (source.kind === 'batch') return { results: byKey(IDS.map(String), element) };
  if (source.kind === 'geos') return { results: byKey(knownGeos(sandbox), element) };
  if (source.kind === 'social metadata') return { results: byKey(postsOf(sandbox), element) };
  const isEntity = source.kind === 'organization' && source.answer.kind === 'entity';
  return isEntity || source.kind === 'benchmark' ? element : { elements: element };
}

/** Views and clicks of pages are one level deeper in LinkedIn's answer than in the row. */
function wrapped({ name }: StreamEntry, { views, clicks, ...fields }: Json): Json {
  if (!name.startsWith('page_statistics')) return { views, clicks, ...fields };
  const wrapper = name.startsWith('page_statistics_by_') ? 'pageStatistics' : 'totalPageStatistics';
  return { ...fields, [wrapper]: { views, clicks } };
}

function byKey(keys: readonly string[], value: Json): Json {
  return Object.fromEntries(keys.map((key) => [key, value]));
}

const postsOf = (sandbox: Sandbox): string[] => IDS.flatMap((id) => sandbox.truth.posts(id).map((post) => post.id));

/** Ids of the geos that the followers' facets mention and that have a name. */
function knownGeos({ truth }: Sandbox): string[] {
  const urns = IDS.flatMap((id) => geosIn(truth.lifetimeFollowers(id)));
  return urns.filter((urn) => truth.nameOf(urn) !== null).map((urn) => urn.slice(urn.lastIndexOf(':') + 1));
}

function geosIn(followers: Element): string[] {
  const facets = [followers['followerCountsByGeo'], followers['followerCountsByGeoCountry']] as Json[][];
  return facets.flat().map(({ geo }) => String(geo));
}
