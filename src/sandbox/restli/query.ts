import { refuseAccess, refuseParameter, refuseUnknownParameter } from '../http/answer.js';
import { decodeText, parseValue, RestliSyntaxError, type RestliValue } from './grammar.js';

export type Protocol = '1.0.0' | '2.0.0';

export interface Params {
  readonly protocol: Protocol;
  readonly values: ReadonlyMap<string, RestliValue>;
}

/** Reads a raw query string. Each protocol version refuses the other's syntax for lists and records. */
export function parseQuery(raw: string, protocol: Protocol): Params {
  const values = new Map<string, RestliValue>();
  for (const part of raw.split('&')) {
    if (part === '') continue;
    const equals = part.includes('=') ? part.indexOf('=') : part.length;
    const name = decodeName(part.slice(0, equals));
    const value = part.slice(equals + 1);
    if (protocol === '2.0.0') addModern(values, name, value);
    else addOld(values, name, value);
  }
  return { protocol, values };
}

function addModern(values: Map<string, RestliValue>, name: string, value: string): void {
  if (/\[\d+\]/.test(name)) throw refuseUnknownParameter(name);
  if (name.includes('.')) {
    const field = `/${name.replaceAll('.', '/')}`;
    throw refuseAccess(
      `Unpermitted fields present in PARAMETER: Data Processing Exception while processing fields [${field}]`,
    );
  }
  values.set(name, decode(name, value, parseValue));
}

/** Protocol 1.0.0: `range.start=1` for records; `ids[0]=1`, or `ids=1&ids=2`, for lists. */
function addOld(values: Map<string, RestliValue>, name: string, value: string): void {
  if (/^(List)?\(/.test(value)) throw refuseParameter(name);
  const text = decode(name, value, decodeText);
  const [, list] = /^(.+)\[\d+\]$/.exec(name) ?? [];
  const [root = name, ...path] = (list ?? name).split('.');
  const known = values.get(root);
  if (path.length > 0) values.set(root, nest(known, path, text));
  else if (list !== undefined || known !== undefined) values.set(root, [...toList(known), text]);
  else values.set(root, text);
}

function nest(into: RestliValue | undefined, path: readonly string[], text: string): RestliValue {
  const [key, ...rest] = path;
  if (key === undefined) return text;
  const record = typeof into === 'object' && !Array.isArray(into) ? (into as Record<string, RestliValue>) : {};
  return { ...record, [key]: nest(record[key], rest, text) };
}

function toList(value: RestliValue | undefined): readonly RestliValue[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly RestliValue[]) : [value];
}

function decodeName(raw: string): string {
  return decode(raw, raw, decodeText);
}

function decode<Value>(name: string, raw: string, read: (raw: string) => Value): Value {
  try {
    return read(raw);
  } catch (error) {
    if (error instanceof RestliSyntaxError) throw refuseParameter(name);
    throw error;
  }
}
