import type { Element, OrganizationSource, Row, RowContext, StreamEntry } from './entry.js';

/** A facet of a lifetime answer: an array of items, each of which says what it counts. */
export interface Facet {
  /** Field of the answer, for instance `followerCountsByFunction`. */
  readonly array: string;
  /** Field of an item that says what it counts, for instance `function`. */
  readonly field: string;
  /** Column it goes to, where that has another name than the field. */
  readonly column?: string;
  /** Column for its name, for instance `function_name`; left out: it is readable as it is. */
  readonly nameColumn?: string;
}

/** What the streams of the facets of one answer share. */
export interface FacetFamily {
  /** What comes before the name of the facet in the names of the streams. */
  readonly prefix: string;
  readonly source: OrganizationSource;
  /** Column of the organization's URN. */
  readonly organizationColumn: string;
  /** The row of one item. */
  readonly row: (item: Row, context: RowContext) => Row;
}

/** Makes the stream of each facet of a family. */
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

/** Stands for the value of an item that has none: a column of the key is never null. */
const UNSPECIFIED = 'UNSPECIFIED';

/** One row for each item of a facet: what it counts, its name, and whatever else the item holds. */
export function facetRows(element: Element, facet: Facet, nameOf: (urn: string) => string | null): Row[] {
  const { field, column = field, nameColumn } = facet;
  return itemsOf(element, facet.array).map((item) => {
    const { [field]: value, ...rest } = item;
    const text = value === undefined || value === null || value === '' ? UNSPECIFIED : textOf(value);
    return { ...rest, [column]: text, ...(nameColumn !== undefined && { [nameColumn]: nameOf(text) }) };
  });
}

/** The items of an array in an answer that are objects; none where the array is absent. */
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
