import { NAMES, type StandardKind } from '../../src/sandbox/data/standard/catalogue.js';
import type { Truth } from '../../src/sandbox/truth.js';
import type { Json } from '../support/output.js';
import { idsOf, numberOf, type Known, type TrueRow, type TrueStreams } from './known.js';

/** What URNs stand for. */
export const STANDARDIZED_TRUTH: TrueStreams = {
  functions: listed('function'),
  industries: listed('industry'),
  seniorities: listed('seniority'),
  countries: listed('country'),
  regions: listed('region'),
  geos: (known) =>
    [...mentionedGeos(known)].filter((geo) => known.truth.nameOf(geo) !== null).map((geo) => named(geo, known.truth)),
};

function listed(kind: StandardKind): TrueStreams[string] {
  return ({ truth }) => [...NAMES[kind].keys()].map((id) => named(`urn:li:${kind}:${id}`, truth));
}

/** LinkedIn has no list of geos: the tap requests those that facets name. */
function mentionedGeos(known: Known): Set<string> {
  const { truth } = known;
  const answers = idsOf(known).flatMap((id) => [truth.lifetimeFollowers(id), truth.lifetimePages(id)]);
  const facets = answers.flatMap((answer) =>
    Object.entries(answer).flatMap(([name, items]) => (/ByGeo(Country)?$/.test(name) ? (items as Json[]) : [])),
  );
  return new Set(facets.map(({ geo }) => geo as string));
}

/** Countries are identified by their code, everything else by a number. */
function named(urn: string, truth: Truth): TrueRow {
  const number = numberOf(urn);
  const id = Number.isNaN(number) ? urn.slice(urn.lastIndexOf(':') + 1) : number;
  return { truth: {}, own: { id, urn, name_text: truth.nameOf(urn) }, untold: 'rest' };
}
