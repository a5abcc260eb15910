import type { Json, Message, RecordMessage, SchemaMessage } from '../../support/output.js';

type Spoil = (messages: readonly Message[]) => Message[];

/** Ways in which a target's input can differ from what the tap wrote. */
export const SPOILERS = {
  /** One record of each stream is lost. */
  drop: ontoFirstRecords(() => []),
  /** One record comes twice, which only an upserting target corrects. */
  duplicate: ontoFirstRecords((message) => [message, message]),
  /** There is an additional record, with a key that no other has. */
  invent: ontoFirstRecords((message, keys) => [message, { ...message, record: withKey(message.record, keys) }]),
  /** One number is too high by one. */
  number: ontoFirstRecords((message, keys) => [{ ...message, record: countUp(message.record, keys) }]),
  /** All non-ASCII characters are lost. */
  text: (messages) => JSON.parse(JSON.stringify(messages).replaceAll(/[\u0080-\uFFFF]/g, '?')) as Message[],
  /** A column of each stream is missing. */
  column: (messages) => {
    const columns = new Map<string, string>();
    return messages.map((message) => {
      if (message.type === 'STATE') return message;
      if (message.type === 'RECORD') {
        return { ...message, record: without(message.record, columns.get(message.stream)!) };
      }
      const { properties } = message.schema;
      const column = Object.keys(properties).findLast((name) => !message.key_properties.includes(name))!;
      columns.set(message.stream, column);
      return { ...message, schema: { ...message.schema, properties: without(properties, column) } };
    });
  },
} as const satisfies Readonly<Record<string, Spoil>>;

export type SpoilerName = keyof typeof SPOILERS;

/** The stream of messages, spoiled. */
export function spoil(text: string, name: string): string {
  const change = SPOILERS[name as SpoilerName] as Spoil | undefined;
  if (!change) throw new Error(`There is no spoiler "${name}". There are: ${Object.keys(SPOILERS).join(', ')}.`);
  const messages = text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Message);
  return change(messages)
    .map((message) => `${JSON.stringify(message)}\n`)
    .join('');
}

function ontoFirstRecords(change: (message: RecordMessage, keys: readonly string[]) => Message[]): Spoil {
  return (messages) => {
    const announced = new Map<string, SchemaMessage>();
    const seen = new Set<string>();
    return messages.flatMap((message) => {
      if (message.type === 'SCHEMA') announced.set(message.stream, message);
      if (message.type !== 'RECORD' || seen.has(message.stream)) return [message];
      seen.add(message.stream);
      return change(message, announced.get(message.stream)!.key_properties);
    });
  };
}

function withKey(record: Json, keys: readonly string[]): Json {
  const [key] = keys;
  const value = record[key!];
  return { ...record, [key!]: typeof value === 'number' ? value + 0.5e9 : `${String(value)}0` };
}

function countUp(record: Json, keys: readonly string[]): Json {
  let done = false;
  const visit = (value: unknown): unknown => {
    if (done) return value;
    if (Number.isInteger(value)) {
      done = true;
      return Number(value) + 1;
    }
    if (Array.isArray(value)) return value.map(visit);
    return typeof value === 'object' && value !== null ? visitAll(value as Json) : value;
  };
  const visitAll = (object: Json): Json =>
    Object.fromEntries(Object.entries(object).map(([name, value]) => [name, visit(value)]));
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, keys.includes(name) ? value : visit(value)]),
  );
}

function without<Value>(object: Readonly<Record<string, Value>>, name: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(object).filter(([other]) => other !== name));
}
