import { INDUSTRY_TAXONOMY, type Industry } from './industries.js';
import { chooseName, type Names } from './names.js';
import type { StandardKind } from './catalogue.js';

/** One entry of a standardized list. */
export interface Standard {
  readonly kind: StandardKind;
  /** Last part of its URN. */
  readonly id: string;
  readonly names: Names;
  readonly locale: string;
}

type Body = Readonly<Record<string, unknown>>;

/** A function, seniority or industry (standardized-data, read 2026-11-22). */
export function composeNamed({ kind, id, names, locale }: Standard): Body {
  return { id: Number(id), $URN: `urn:li:${kind}:${id}`, name: localize(names, locale) };
}

/** An industry with its place in the taxonomy. */
export function composeIndustry({ id, names, locale }: Standard): Body {
  const industry = INDUSTRIES.get(Number(id));
  return {
    id: Number(id),
    name: localize(names, locale),
    ...(industry?.parent !== undefined && { parentId: industry.parent }),
    childrenIndustries: (CHILDREN.get(Number(id)) ?? []).map((child) => `urn:li:industry:${child}`),
  };
}

const INDUSTRIES = new Map<number, Industry>(INDUSTRY_TAXONOMY.map((industry) => [industry.id, industry]));
const CHILDREN = groupChildren();

function groupChildren(): Map<number, number[]> {
  const children = new Map<number, number[]>();
  for (const { id, parent } of INDUSTRY_TAXONOMY) {
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), id]);
  }
  return children;
}

export function composeGeo({ id, names, locale }: Standard): Body {
  return { defaultLocalizedName: localizeOnce(names, locale), id: Number(id) };
}

/** In the old list, a country has a code instead of an id. */
export function composeCountry({ id, names, locale }: Standard): Body {
  return { $URN: `urn:li:country:${id}`, countryCode: id, name: localizeOnce(names, locale) };
}

export function composeRegion({ id, names, locale }: Standard): Body {
  return { id: Number(id), $URN: `urn:li:region:${id}`, name: localizeOnce(names, locale) };
}

function localize(names: Names, locale: string): Body {
  const name = chooseName(names, locale);
  return { localized: { [name.locale]: name.value } };
}

function localizeOnce(names: Names, asked: string): Body {
  const { locale, value } = chooseName(names, asked);
  const [language, country] = locale.split('_');
  return { locale: { country, language }, value };
}
