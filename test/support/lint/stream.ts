import { isDeepStrictEqual } from 'node:util';
import { declared, isObject, type Breach, type Json, type Rule } from './report.js';
import { lintSchema } from './schema.js';
import { lintKey, lintProperties } from './value.js';

/**
 * Checks a tap's whole stdout against what targets require beyond the Singer specification: messages, schemas, records,
 * and their order. Returns a line for each breach, `line N: RULE place`.
 */
export function lintStream(text: string): string[] {
  const findings: string[] = [];
  const linter = new Linter();
  const lines = text.split('\n');
  if (lines.pop() !== '') findings.push(`line ${lines.length + 1}: LINE not ended`);
  for (const [index, line] of lines.entries())
    linter.take(line, (rule, place) => findings.push(`line ${index + 1}: ${rule} ${place}`));
  if (linter.last !== 'STATE') findings.push(`line ${lines.length}: STATE-LAST`);
  return findings;
}

/** The rules that a text breaks, without repetitions. */
export function rulesBroken(text: string): Rule[] {
  return [...new Set(lintStream(text).map((finding) => finding.split(' ')[2] as Rule))];
}

interface Seen {
  readonly message: Json;
  readonly properties: Json;
  readonly keys: readonly string[];
  /** Length of the instants in each column: different lengths mean different spellings. */
  readonly spellings: Map<string, number>;
  versioned: boolean | undefined;
}

class Linter {
  last: unknown = undefined;
  readonly #streams = new Map<unknown, Seen>();

  take(line: string, breach: Breach): void {
    let message: unknown;
    try {
      message = JSON.parse(line);
    } catch {
      return breach('LINE', JSON.stringify(line.slice(0, 40)));
    }
    if (!isObject(message)) return breach('LINE', 'no object');
    this.last = message['type'];
    switch (message['type']) {
      case 'SCHEMA':
        return this.#takeSchema(message, breach);
      case 'RECORD':
        return this.#takeRecord(message, breach);
      case 'STATE':
        if (!isObject(message['value']) || !isObject(message['value']['bookmarks'])) breach('STATE', 'no bookmarks');
        return;
      case 'ACTIVATE_VERSION': {
        const seen = this.#streams.get(message['stream']);
        if (!seen) breach('ORDER', String(message['stream']));
        else if (seen.versioned === false) breach('VERSION', String(message['stream']));
        return;
      }
      default:
        breach('MESSAGE', String(message['type']));
    }
  }

  #takeSchema(message: Json, breach: Breach): void {
    const { stream } = message;
    lintSchema(message, breach);
    const before = this.#streams.get(stream);
    if (before && !isDeepStrictEqual(before.message, message)) breach('SCHEMA-CHANGED', String(stream));
    this.#streams.set(stream, {
      message,
      properties: declared(message['schema']).properties ?? {},
      keys: (message['key_properties'] as string[] | undefined) ?? [],
      spellings: before?.spellings ?? new Map<string, number>(),
      versioned: before?.versioned,
    });
  }

  #takeRecord({ stream, record, version, time_extracted: extracted }: Json, breach: Breach): void {
    const seen = this.#streams.get(stream);
    if (!seen) return breach('ORDER', String(stream));
    if (!isObject(record)) return breach('TYPE', 'record');
    const within: Breach = (rule, place) => breach(rule, `${String(stream)}.${place}`);
    lintProperties(record, seen.properties, { path: '', inArray: false }, within);
    for (const key of seen.keys) lintKey(record[key], key, within);
    lintSpelling(record, seen, within);
    if (extracted !== undefined && !isRfc3339(extracted)) breach('TIME-EXTRACTED', JSON.stringify(extracted));
    seen.versioned = (seen.versioned ?? true) && version !== undefined;
  }
}

function lintSpelling(record: Json, { properties, spellings }: Seen, breach: Breach): void {
  for (const [name, schema] of Object.entries(properties)) {
    const value = record[name];
    if (declared(schema).format !== 'date-time' || typeof value !== 'string') continue;
    const length = spellings.get(name) ?? value.length;
    spellings.set(name, length);
    if (length !== value.length) breach('DATETIME', `${name}: two spellings`);
  }
}

function isRfc3339(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}
