import { AREA_GEOS, COUNTRIES, COUNTRY_GEOS, REGIONS } from '../vocabulary.js';
import { INDUSTRY_TAXONOMY } from './industries.js';
import {
  chooseName,
  COUNTRY_NAMES,
  FUNCTION_NAMES,
  SENIORITY_NAMES,
  toNames,
  type NameList,
  type Names,
} from './names.js';

export type StandardKind = 'function' | 'seniority' | 'industry' | 'geo' | 'country' | 'region';

const STARTS = [
  'Amber',
  'Brack',
  'Cobalt',
  'Dun',
  'Elder',
  'Fern',
  'Gull',
  'Hazel',
  'Iron',
  'Juniper',
  'Kettle',
  'Lin',
];
const ENDS = ['by', 'combe', 'dale', 'ford', 'ham', 'haven', 'holm', 'ley', 'mouth', 'ness', 'stead', 'wick'];
/** One area in this many has no name. */
const UNKNOWN_EVERY = 35;

/** Names of everything that statistics refer to by URN: by kind, then by the last part of the URN. */
export const NAMES: Readonly<Record<StandardKind, ReadonlyMap<string, Names>>> = {
  function: byNumber(FUNCTION_NAMES),
  seniority: byNumber(SENIORITY_NAMES),
  industry: new Map(INDUSTRY_TAXONOMY.map(({ id, names }) => [String(id), names])),
  geo: new Map([...nameCountries(COUNTRY_GEOS), ...nameAreas(AREA_GEOS)]),
  country: new Map(nameCountries(COUNTRIES)),
  region: new Map(nameAreas(REGIONS)),
};

/** The name for a URN; null if LinkedIn does not know it. */
export function findName(urn: string, locale: string): string | null {
  const [, kind = '', id = ''] = /^urn:li:(\w+):(\w+)$/.exec(urn) ?? [];
  const names = kind in NAMES ? NAMES[kind as StandardKind].get(id) : undefined;
  return names ? chooseName(names, locale).value : null;
}

function byNumber(list: NameList): Map<string, Names> {
  return new Map(list.map((pair, index) => [String(index + 1), toNames(pair)]));
}

/** There are fewer names than geos: the last geo has none. */
function nameCountries(urns: readonly string[]): [string, Names][] {
  return urns.flatMap((urn, index) => {
    const pair = COUNTRY_NAMES[index];
    return pair ? [[readId(urn), toNames(pair)] as [string, Names]] : [];
  });
}

function nameAreas(urns: readonly string[]): [string, Names][] {
  return urns.flatMap((urn, index) => {
    if (index % UNKNOWN_EVERY === UNKNOWN_EVERY - 1) return [];
    const town = `${STARTS[index % STARTS.length]}${ENDS[Math.floor(index / STARTS.length)]}`;
    const german = index % 3 === 0 ? { de_DE: `Großraum ${town}` } : {};
    return [[readId(urn), { en_US: `${town} Area`, ...german }] as [string, Names]];
  });
}

function readId(urn: string): string {
  return urn.slice(urn.lastIndexOf(':') + 1);
}
