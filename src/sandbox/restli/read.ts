import { refuseParameter, refuseQuery } from '../http/answer.js';
import type { RestliRecord, RestliValue } from './grammar.js';
import type { Params } from './query.js';

/** A plain text parameter; undefined if absent. */
export function readText(params: Params, name: string): string | undefined {
  const value = params.values.get(name);
  if (value !== undefined && typeof value !== 'string') throw refuseParameter(name);
  return value;
}

/** A parameter that is a list of texts. */
export function readTexts(params: Params, name: string): readonly string[] {
  const value = params.values.get(name);
  // In protocol 1.0.0 a list of one item is written like a plain text.
  const items = typeof value === 'string' && params.protocol === '1.0.0' ? [value] : value;
  if (!Array.isArray(items)) throw refuseParameter(name);
  return (items as readonly RestliValue[]).map((item) => {
    if (typeof item !== 'string') throw refuseParameter(name);
    return item;
  });
}

/** A parameter that is a non-negative whole number. */
export function readNumber(params: Params, name: string, missing: number): number {
  const text = readText(params, name);
  if (text === undefined) return missing;
  return parseWholeNumber(text, name);
}

export function parseWholeNumber(text: RestliValue | undefined, name: string): number {
  if (typeof text !== 'string' || !/^\d{1,15}$/.test(text)) throw refuseParameter(name);
  return Number(text);
}

export function toRecord(value: RestliValue | undefined, name: string): RestliRecord {
  if (typeof value !== 'object' || Array.isArray(value)) throw refuseParameter(name);
  return value as RestliRecord;
}

/** Id of the organization in a URN, from a parameter or path key. Brands have been organizations since 2024. */
export function parseOrganization(urn: string | undefined): number {
  const [, id] = /^urn:li:organization(?:Brand)?:(\d{1,15})$/.exec(urn ?? '') ?? [];
  if (id === undefined) throw refuseQuery();
  return Number(id);
}
