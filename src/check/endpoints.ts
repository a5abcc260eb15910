import type { Source } from '../streams/entry.js';
import type { CheckRun } from './run.js';
import type { Need } from './needs.js';
import type { Pages } from './pages.js';
import { lacksSample, type Probe, type Samples } from './probes.js';
import { notChecked, type CheckRow } from './row.js';

export interface TrialOptions {
  readonly pages: Pages;
  /** Other organizations' pages. */
  readonly benchmarks: readonly string[];
  readonly extent: 'one' | 'all';
  readonly run: CheckRun;
  readonly probe: (source: Source) => Probe;
}

/** Tries each endpoint once, or once per organization; those that are about none, or about other pages, come last. */
export async function tryEndpoints(needs: readonly Need[], options: TrialOptions): Promise<CheckRow[]> {
  const ofPages = needs.filter(({ source }) => !isOfNone(source));
  const ofNone = needs.filter(({ source }) => isOfNone(source));
  const geos = new Set<string>();
  const rows =
    options.extent === 'all'
      ? await Promise.all(
          options.pages.organizations.map((page) => tryAllOn([page], { needs: ofPages, geos, options })),
        )
      : [await tryAllOn(options.pages.organizations, { needs: ofPages, geos, options })];
  const samples = { geos, posts: [] };
  for (const need of ofNone) {
    for (const organization of subjectsOf(need, options)) {
      rows.push([await tryOne(need, { organization, samples, options })]);
    }
  }
  return rows.flat();
}

/** Whether its calls are not about an organization of the member, or a post of one. */
const isOfNone = ({ per }: Source): boolean => per === 'run' || per === 'mention' || per === 'benchmark';

function subjectsOf({ source }: Need, { benchmarks, extent }: TrialOptions): readonly string[] {
  if (source.per !== 'benchmark') return [''];
  return extent === 'all' ? benchmarks : benchmarks.slice(0, 1);
}

/** Tries each endpoint on the first organization where that is possible. */
async function tryAllOn(
  organizations: readonly string[],
  { needs, geos, options }: { needs: readonly Need[]; geos: Set<string>; options: TrialOptions },
): Promise<CheckRow[]> {
  const rows: CheckRow[] = [];
  const samples: Samples = { geos, posts: [] };
  const readable = organizations.find(options.pages.mayRead);
  for (const need of needs) {
    const organization = need.endpoint.role === null ? (readable ?? organizations[0]) : readable;
    const given = organization === undefined ? null : { organization, samples, options };
    rows.push(
      given ? await tryOne(need, given) : skip(need, options.run.refuses(need.endpoint) ?? 'needs a role on a page'),
    );
  }
  return rows;
}

/** `organization`: empty for an endpoint that is not about one. */
async function tryOne(
  need: Need,
  { organization, samples, options }: { organization: string; samples: Samples; options: TrialOptions },
): Promise<CheckRow> {
  const { source, endpoint, streams } = need;
  const { run, probe } = options;
  const why = run.refuses(endpoint) ?? lacksSample(source, samples);
  if (why !== null) return skip(need, why);
  const tag = `${source.per} ${endpoint.resource} ${organization}`;
  const outcome = await run.attempt({ tag, endpoint, streams, organization: organization || null }, () =>
    probe(source)({ organization, tag, samples }),
  );
  return { ...rowOf(need), ...outcome, calls: run.callsOf(tag), ...(organization && { organization }) };
}

const skip = (need: Need, why: string): CheckRow => ({ ...rowOf(need), calls: 0, ...notChecked(why) });

function rowOf({ endpoint, streams }: Need): Pick<CheckRow, 'kind' | 'subject' | 'streams'> {
  return { kind: 'endpoint', subject: endpoint.resource, streams: streams.map(({ name }) => name) };
}
