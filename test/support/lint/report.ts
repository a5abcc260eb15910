/** The rules that targets impose, by the names used in findings. */
export type Rule =
  | 'MESSAGE'
  | 'LINE'
  | 'ORDER'
  | 'STATE-LAST'
  | 'STATE'
  | 'SCHEMA'
  | 'ONE-TYPE'
  | 'SCHEMA-KEYWORD'
  | 'FORMAT'
  | 'EMPTY-PROPERTIES'
  | 'ARRAY-ITEMS'
  | 'ARRAY-OF-ARRAY'
  | 'NESTED-DATETIME'
  | 'INT-MAX'
  | 'STREAM-NAME'
  | 'COLUMN-NAME'
  | 'KEY'
  | 'SCHEMA-CHANGED'
  | 'RECTANGULAR'
  | 'NULL'
  | 'NULL-OBJECT'
  | 'UNDECLARED'
  | 'TYPE'
  | 'DATETIME'
  | 'DATE'
  | 'NUL'
  | 'SURROGATE'
  | 'EMPTY-KEY'
  | 'LONG-KEY'
  | 'TIME-EXTRACTED'
  | 'VERSION';

/** Reports a breach of a rule and its place. */
export type Breach = (rule: Rule, place: string) => void;

export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a schema says about a value, whatever form it has. */
export interface Declared {
  /** The types other than `null`. */
  readonly types: readonly unknown[];
  readonly nullable: boolean;
  readonly properties: Json | undefined;
  readonly items: unknown;
  readonly format: unknown;
}

export function declared(schema: unknown): Declared {
  const { type, properties, items, format } = isObject(schema) ? schema : ({} as Json);
  const types = [type].flat().filter((name) => name !== undefined);
  return {
    types: types.filter((name) => name !== 'null'),
    nullable: types.includes('null'),
    properties: isObject(properties) ? properties : undefined,
    items,
    format,
  };
}
