import type { Source } from '../streams/entry.js';
import type { CheckDesk } from './desk.js';
import type { Need } from './needs.js';
import type { Pages } from './pages.js';
import { lacksSample, type Probe, type Samples } from './probes.js';
import { notChecked, type Row } from './row.js';

export interface EndpointsAt {
  readonly pages: Pages;
  readonly extent: 'one' | 'all';
  readonly desk: CheckDesk;
  readonly probe: (source: Source) => Probe;
}

/** Tries each endpoint once, or once on every organization; the endpoints of no organization come last, once. */
export async function tryEndpoints(needs: readonly Need[], at: EndpointsAt): Promise<Row[]> {
  const ofPages = needs.filter(({ source }) => !GLOBAL_KINDS.includes(source.kind));
  const ofNone = needs.filter(({ source }) => GLOBAL_KINDS.includes(source.kind));
  const geos = new Set<string>();
  const rows =
    at.extent === 'all'
      ? await Promise.all(at.pages.organizations.map((page) => tryAllOn([page], { needs: ofPages, geos, at })))
      : [await tryAllOn(at.pages.organizations, { needs: ofPages, geos, at })];
  const last = { organization: '', samples: { geos, posts: [] } };
  for (const need of ofNone) rows.push([await tryOne(need, { ...last, at })]);
  return rows.flat();
}

const GLOBAL_KINDS: readonly Source['kind'][] = ['standardized', 'geos'];

/** Each endpoint on the first of the organizations that it can be tried on. */
async function tryAllOn(
  organizations: readonly string[],
  { needs, geos, at }: { needs: readonly Need[]; geos: Set<string>; at: EndpointsAt },
): Promise<Row[]> {
  const rows: Row[] = [];
  const samples: Samples = { geos, posts: [] };
  const readable = organizations.find(at.pages.mayRead);
  for (const need of needs) {
    const organization = need.endpoint.role === null ? (readable ?? organizations[0]) : readable;
    const given = organization === undefined ? null : { organization, samples, at };
    rows.push(
      given ? await tryOne(need, given) : skip(need, at.desk.refuses(need.endpoint) ?? 'needs a role on a page'),
    );
  }
  return rows;
}

/** `organization`: empty for an endpoint of none. */
async function tryOne(
  need: Need,
  { organization, samples, at }: { organization: string; samples: Samples; at: EndpointsAt },
): Promise<Row> {
  const { source, endpoint, streams } = need;
  const { desk, probe } = at;
  const why = desk.refuses(endpoint) ?? lacksSample(source, samples);
  if (why !== null) return skip(need, why);
  const tag = `${endpoint.resource} ${organization}`;
  const outcome = await desk.attempt({ tag, endpoint, streams, organization: organization || null }, () =>
    probe(source)({ organization, tag, samples }),
  );
  return { ...rowOf(need), ...outcome, calls: desk.callsOf(tag), ...(organization && { organization }) };
}

const skip = (need: Need, why: string): Row => ({ ...rowOf(need), calls: 0, ...notChecked(why) });

function rowOf({ endpoint, streams }: Need): Pick<Row, 'subject' | 'streams'> {
  return { subject: endpoint.resource, streams: streams.map(({ name }) => name) };
}
