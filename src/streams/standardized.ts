import { COUNTRIES, FUNCTIONS, GEO, INDUSTRIES, REGIONS, SENIORITIES } from '../linkedin/endpoints.js';
import type { Element, GeosSource, Row, RowContext, StandardizedSource, StreamEntry } from './entry.js';

/** Geos are looked up where other answers mention them. */
export const GEOS_SOURCE: GeosSource = { kind: 'geos', per: 'mention', endpoint: GEO };

/** LinkedIn's standardized data: what the URNs in facets stand for. */
export const STANDARDIZED_STREAMS: readonly StreamEntry[] = [
  listStream('functions', { endpoint: FUNCTIONS, path: '/v2/functions', urnKind: 'function', named: true }),
  listStream('industries', {
    endpoint: INDUSTRIES,
    path: '/v2/industryTaxonomyVersions/DEFAULT/industries',
    urnKind: 'industry',
    named: true,
  }),
  listStream('seniorities', { endpoint: SENIORITIES, path: '/v2/seniorities', urnKind: 'seniority', named: true }),
  {
    ...listStream('countries', { endpoint: COUNTRIES, path: '/v2/countries', urnKind: 'country' }),
    selectedByDefault: false,
  },
  {
    ...listStream('regions', { endpoint: REGIONS, path: '/v2/regions', urnKind: 'region' }),
    selectedByDefault: false,
  },
  {
    name: 'geos',
    source: GEOS_SOURCE,
    keyProperties: ['id'],
    replication: { kind: 'full' },
    selectedByDefault: true,
    storage: null,
    rows: (element, context) => [standardizedRow(element, 'geo', context)],
  },
];

function listStream(name: string, list: Omit<StandardizedSource, 'kind' | 'per'>): StreamEntry {
  return {
    name,
    source: { kind: 'standardized', per: 'run', ...list },
    keyProperties: ['id'],
    replication: { kind: 'full' },
    selectedByDefault: true,
    storage: null,
    rows: (element, context) => [standardizedRow(element, list.urnKind, context)],
  };
}

/** A country has a code as its id, everything else a number. */
function standardizedRow({ $URN, ...element }: Element, urnKind: string, { locale }: RowContext): Row {
  const id = element['id'] ?? element['countryCode'];
  const row = { ...element, id, urn: $URN ?? standardizedUrn(urnKind, id), name_text: nameText(element, locale) };
  const children = element['childrenIndustries'];
  return Array.isArray(children) ? { ...row, childrenIndustries: children.map(industryUrn) } : row;
}

/** A child industry may be a number or a URN: which of them is not documented. */
function industryUrn(child: unknown): unknown {
  return typeof child === 'number' ? standardizedUrn('industry', child) : child;
}

export function standardizedUrn(urnKind: string, id: unknown): string | null {
  return typeof id === 'number' || typeof id === 'string' ? `urn:li:${urnKind}:${id}` : null;
}

/** The name in a locale, else in en_US, which is LinkedIn's own fallback, else the first one. */
export function nameText(element: Element, locale: string): string | null {
  const geo = valueOf(element['defaultLocalizedName']);
  if (geo !== null) return geo;
  const name = element['name'];
  if (typeof name !== 'object' || name === null) return typeof name === 'string' ? name : null;
  const localized = (name as Element)['localized'];
  if (typeof localized !== 'object' || localized === null) return valueOf(name);
  const texts = localized as Element;
  const text = texts[locale] ?? texts['en_US'] ?? Object.values(texts)[0];
  return typeof text === 'string' ? text : null;
}

function valueOf(name: unknown): string | null {
  const value = typeof name === 'object' && name !== null ? (name as Element)['value'] : null;
  return typeof value === 'string' ? value : null;
}
