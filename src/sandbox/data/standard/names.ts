/** The names of one thing by locale, always including English. */
export interface Names {
  readonly en_US: string;
  readonly [locale: string]: string;
}

/** Pairs of an English name and, if there is one, a German name. */
export type NameList = readonly (readonly [english: string, german?: string])[];

export function toNames([english, german]: NameList[number]): Names {
  return { en_US: english, ...(german !== undefined && { de_DE: german }) };
}

/** The name in a locale, or else in English (standardized-data, read 2026-11-22). */
export function chooseName(names: Names, locale: string): { readonly locale: string; readonly value: string } {
  const value = names[locale];
  return value === undefined ? { locale: 'en_US', value: names.en_US } : { locale, value };
}

/** Ids count from 1, in this order. */
export const SENIORITY_NAMES: NameList = [
  ['Unpaid', 'Unbezahlt'],
  ['Training', 'Ausbildung'],
  ['Entry', 'Berufseinstieg'],
  ['Senior'],
  ['Manager', 'Leitung'],
  ['Director', 'Direktion'],
  ['VP'],
  ['CXO'],
  ['Partner', 'Teilhaber:in'],
  ['Owner', 'Inhaber:in'],
];

export const FUNCTION_NAMES: NameList = [
  ['Accounting', 'Buchhaltung'],
  ['Administrative', 'Verwaltung'],
  ['Arts and Design', 'Kunst und Design'],
  ['Business Development'],
  ['Community and Social Services', 'Soziale Dienste'],
  ['Consulting', 'Beratung'],
  ['Education', 'Bildung'],
  ['Engineering', 'Technik'],
  ['Entrepreneurship', 'Unternehmertum'],
  ['Finance', 'Finanzen'],
  ['Healthcare Services', 'Gesundheitswesen'],
  ['Human Resources', 'Personalwesen'],
  ['Information Technology'],
  ['Legal', 'Recht'],
  ['Marketing', 'Marketing'],
  ['Media and Communication', 'Medien und Kommunikation'],
  ['Military and Protective Services'],
  ['Operations', 'Betrieb'],
  ['Product Management', 'Produktmanagement'],
  ['Program and Project Management'],
  ['Purchasing', 'Einkauf'],
  ['Quality Assurance', 'Qualitätssicherung'],
  ['Real Estate', 'Immobilien'],
  ['Research', 'Forschung'],
  ['Sales', 'Vertrieb'],
  ['Support', 'Kundendienst'],
];

/** Names of the country geos, and of the old country codes, in their order. */
export const COUNTRY_NAMES: NameList = [
  ['France', 'Frankreich'],
  ['United States', 'Vereinigte Staaten'],
  ['Germany', 'Deutschland'],
  ['United Kingdom', 'Vereinigtes Königreich'],
  ['Norway', 'Norwegen'],
  ['Netherlands', 'Niederlande'],
  ['Spain', 'Spanien'],
  ['Poland', 'Polen'],
  ['Japan'],
  ['Brazil', 'Brasilien'],
  ['India', 'Indien'],
  ['South Africa', 'Südafrika'],
  ['Côte d’Ivoire'],
  ['Türkiye'],
  ['Mexico', 'Mexiko'],
  ['Canada', 'Kanada'],
  ['Italy', 'Italien'],
  ['Portugal'],
  ['Sweden', 'Schweden'],
  ['Finland', 'Finnland'],
  ['Denmark', 'Dänemark'],
  ['Ireland', 'Irland'],
  ['Belgium', 'Belgien'],
  ['Austria', 'Österreich'],
  ['Switzerland', 'Schweiz'],
  ['Australia', 'Australien'],
  ['Kenya', 'Kenia'],
  ['Chile'],
  ['Vietnam'],
];
