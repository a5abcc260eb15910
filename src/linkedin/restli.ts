/** What Rest.li can carry in a query or path: a value, a list, or a record (complex keys are records too). */
export type RestliValue =
  string | number | boolean | readonly RestliValue[] | { readonly [field: string]: RestliValue };

/**
 * One value in Rest.li 2.0 wire form: `urn%3Ali%3Ashare%3A1`, `List(1,2)`, `(language:en,country:US)`.
 *
 * The structure characters `( ) : ,` stay raw and everything inside a value is percent-encoded. A query whose structure
 * is encoded too, as URLSearchParams would do, is answered with 400 "Parameter 'timeIntervals' is invalid"
 * (learn.microsoft.com/linkedin/shared/api-guide/concepts/protocol-version).
 */
export function encode(value: RestliValue): string {
  if (typeof value === 'string') return encodeText(value);
  if (typeof value !== 'object') return String(value);
  return isList(value) ? encodeList(value) : encodeRecord(value);
}

export function encodeList(items: readonly RestliValue[]): string {
  return `List(${items.map(encode).join(',')})`;
}

/** A record, or a complex key such as `(entity:urn%3Ali%3Aactivity%3A1)`; fields keep their order. */
export function encodeRecord(fields: { readonly [field: string]: RestliValue }): string {
  const pairs = Object.entries(fields).map(([field, value]) => `${encodeText(field)}:${encode(value)}`);
  return `(${pairs.join(',')})`;
}

/** A query string from values already in wire form, in the given order; parameters without a value are left out. */
export function buildQuery(parameters: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(parameters)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** An empty string is written `''`. encodeURIComponent leaves `( ) '` alone, but they are structure in Rest.li. */
function encodeText(text: string): string {
  if (text === '') return "''";
  return encodeURIComponent(text.toWellFormed()).replace(
    /[()']/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Array.isArray does not narrow readonly arrays. */
function isList(value: object): value is readonly RestliValue[] {
  return Array.isArray(value);
}
