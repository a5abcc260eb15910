import type { Fictions } from './fictions.js';
import { makeText } from './texts.js';
import { replaceUrns } from './urns.js';

const ENCODED_URN = /urn%3Ali%3A(?:[\w.~-]|%[\dA-F]{2})+/gi;
/** Resources whose ids are the same for everybody. */
const STANDARD_PATH =
  /^\/(?:rest|v2)\/(?:functions|industries|seniorities|geo|countries|regions|industryTaxonomyVersions|titles|skills)\b/;

/** Whether an address is for standardized data. */
export function isStandard(url: string): boolean {
  return STANDARD_PATH.test(url);
}

/** Whether a link is an API call with nothing but ids and words from LinkedIn's lists. */
export function isCall(link: string): boolean {
  return /^\/(?:rest|v2)\/[\w/%.():,~-]+(?:\?[\w%.():,=&~$-]*)?$/.test(link);
}

/** Path and query of a call, with their ids replaced. */
export function replaceAddress(url: string, fictions: Fictions): string {
  const [path = '', ...query] = url.split('?');
  const ids = isStandard(url) ? (part: string) => part : (part: string) => replacePathIds(part, fictions);
  return [ids(replaceEncoded(path, fictions)), ...query.map((part) => replaceQuery(part, { url, fictions }))].join('?');
}

/** The query of a call, from its address or, if tunnelled, from its body. */
export function replaceQuery(query: string, { url, fictions }: { url: string; fictions: Fictions }): string {
  const replaced = replaceEncoded(query, fictions);
  if (isStandard(url)) return replaced;
  return replaced.replaceAll(/\bids=List\(([^)]*)\)/g, (_, ids: string) => {
    const made = ids.split(',').map((id) => (/^\d+$/.test(id) ? fictions.digits(id) : id));
    return `ids=List(${made.join(',')})`;
  });
}

function replaceEncoded(part: string, fictions: Fictions): string {
  return part.replaceAll(ENCODED_URN, (encoded) => encodeAll(replaceUrns(decodeURIComponent(encoded), fictions)));
}

/** Encodes as Rest.li requires: brackets within a value too. */
function encodeAll(text: string): string {
  return encodeURIComponent(text).replaceAll(/[()']/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function replacePathIds(path: string, fictions: Fictions): string {
  return path.replaceAll(/(?<=\/)\d+(?=\/|$)/g, (id) => fictions.digits(id));
}

/** Form fields whose values are kept. */
const OPEN_FIELDS = new Set(['grant_type', 'redirect_uri_kind']);

/** A form of the OAuth endpoints with its values hidden, except those of open fields. */
export function hideForm(form: string): string {
  const fields = [...new URLSearchParams(form)];
  return fields.map(([name, value]) => `${name}=${OPEN_FIELDS.has(name) ? value : '***'}`).join('&');
}

/** Replaces a URL in a text; a host outside LinkedIn becomes www.example.com. */
export function makeAddress(url: string, fictions: Fictions): string {
  const [, scheme = 'https', host = '', rest = ''] = /^(https?):\/\/([^/?#]*)(.*)$/s.exec(url) ?? [];
  const isLinkedIn = /^(?:[\w-]+\.)*(?:licdn|linkedin)\.com$/.test(host);
  return `${scheme}://${isLinkedIn ? host : 'www.example.com'}${makeText(rest, fictions)}`;
}
