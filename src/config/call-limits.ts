import { isObject } from '../json-object.js';
import { nearest } from '../nearest.js';
import type { Config } from './config.js';
import { quoteSafely } from './faults.js';
import type { SettingsReader } from './reader.js';

/** Every resource that LinkedIn counts calls for separately, by the tap's names. */
export const RESOURCES: readonly string[] = [
  'organizationAcls',
  'organizations',
  'organizationsLookup',
  'networkSizes',
  'organizationalEntityFollowerStatistics',
  'organizationalEntityShareStatistics',
  'organizationPageStatistics',
  'posts',
  'socialMetadata',
  'socialActions',
  'reactions',
  'videoAnalytics',
  'organizationalEntityNotifications',
  'functions',
  'industries',
  'seniorities',
  'countries',
  'regions',
  'geo',
];

/** In a map: each unnamed resource. */
export const OTHERS = '*';
/** In a map: the whole run. */
export const TOTAL = 'total';

/** The calls that a run may make, in all and by resource. */
export type CallLimits = Pick<Config, 'maxCalls' | 'resourceLimits'>;

const NO_LIMITS: CallLimits = { maxCalls: null, resourceLimits: null };

/** Reads `max_calls`: a number for the whole run, or a map by resource; either may be text, as in the environment. */
export function readCallLimits(reader: SettingsReader): CallLimits {
  const given = reader.settings.max_calls;
  if (given === undefined) return NO_LIMITS;
  const value = typeof given === 'string' ? fromText(given) : given;
  if (isCount(value)) return { maxCalls: value, resourceLimits: null };
  if (isObject(value)) return readMap(value, reader);
  reader.reject('max_calls');
  return NO_LIMITS;
}

function readMap(map: Readonly<Record<string, unknown>>, reader: SettingsReader): CallLimits {
  const { path = 'max_calls', place } = reader.given('max_calls') ?? {};
  const where = place === undefined ? '' : ` (in ${place})`;
  const limits = Object.entries(map).filter(([, limit]) => limit !== null);
  const faults = limits.flatMap(([name, limit]) => faultsOf(name, limit));
  reader.faults.push(...faults.map((message) => ({ path, message: `${message}${where}` })));
  if (faults.length > 0) return NO_LIMITS;
  const { [TOTAL]: total, [OTHERS]: others, ...named } = Object.fromEntries(limits) as Record<string, number>;
  return {
    maxCalls: total ?? null,
    resourceLimits: Object.freeze({ named: Object.freeze(named), others: others ?? null }),
  };
}

function faultsOf(name: string, limit: unknown): string[] {
  const shown = quoteSafely(name, []);
  const known = [...RESOURCES, OTHERS, TOTAL];
  if (!known.includes(name)) {
    return [`has ${shown}, which is not a resource; the nearest is "${nearest(name, known)}"`];
  }
  return isCount(limit) ? [] : [`must have an integer from 0 for ${shown}`];
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** The number or JSON in a text, else the text itself. */
function fromText(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** The limits in the form of `max_calls`; null: none. */
export function formatCallLimits({
  maxCalls,
  resourceLimits,
}: CallLimits): number | Readonly<Record<string, number>> | null {
  if (resourceLimits === null) return maxCalls;
  const { named, others } = resourceLimits;
  return { ...named, ...(others !== null && { [OTHERS]: others }), ...(maxCalls !== null && { [TOTAL]: maxCalls }) };
}
