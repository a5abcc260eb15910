import type { Element, OrganizationSource, Row, RowContext, StreamEntry } from './entry.js';

/** A facet of a lifetime answer: an array of items, each of which says what it counts. */
export interface Facet {
  /** Field of the answer, for instance `followerCountsByFunction`. */
  readonly array: string;
  /** Field of an item that holds the counted value, for instance `function`. */
  readonly field: string;
  /** Column for that value, if named differently from the field. */
  readonly column?: string;
  /** Column for the value's name, for instance `function_name`; left out if the value is readable itself. */
  readonly nameColumn?: string;
}

/** What the facet streams of one answer share. */
export interface FacetFamily {
  /** Prefix of the stream names. */
  readonly prefix: string;
  readonly source: OrganizationSource;
  /** Column that holds the organization's URN. */
  readonly organizationColumn: string;
  /** The row of one item. */
  readonly row: (item: Row, context: RowContext) => Row;
}

/** Returns a function that makes the stream of one facet of the family. */
export function facetStreams({ prefix, source, organizationColumn, row }: FacetFamily) {
  return (suffix: string, facet: Facet): StreamEntry => ({
    name: `${prefix}_${suffix}`,
    source,
    keyProperties: [organizationColumn, facet.column ?? facet.field],
    replication: { kind: 'lifetime' },
    selectedByDefault: true,
    storage: 'reporting',
    rows: (element, context) => facetRows(element, facet, context.nameOf).map((item) => row(item, context)),
    namesGeos: facet.nameColumn === 'geo_name',
  });
}

/** Value for an item that has none, because a key column is never null. */
const UNSPECIFIED = 'UNSPECIFIED';

/** One row for each item of a facet: the counted value, its name, and whatever else the item holds. */
export function facetRows(element: Element, facet: Facet, nameOf: (urn: string) => string | null): Row[] {
  const { field, column = field, nameColumn } = facet;
  return itemsOf(element, facet.array).map((item) => {
    const { [field]: value, ...rest } = item;
    const text = value === undefined || value === null || value === '' ? UNSPECIFIED : textOf(value);
    return { ...rest, [column]: text, ...(nameColumn !== undefined && { [nameColumn]: nameOf(text) }) };
  });
}

/** The objects in an array of an answer; none where the array is absent. */
export function itemsOf(element: Element, array: string): readonly Element[] {
  const items = element[array];
  return Array.isArray(items) ? items.filter((item) => typeof item === 'object' && item !== null) : [];
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

export const GEO_URN = 'urn:li:geo:';

/** The geos that the facets of an answer mention. */
export function geosOf({ geoFacets = [] }: OrganizationSource, elements: readonly Element[]): Set<string> {
  const items = elements.flatMap((element) => geoFacets.flatMap((facet) => itemsOf(element, facet)));
  const urns = items.map(({ geo }) => geo);
  return new Set(urns.filter((urn): urn is string => typeof urn === 'string' && urn.startsWith(GEO_URN)));
}
