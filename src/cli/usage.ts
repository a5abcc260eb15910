/** The command was called in a way that it does not accept. */
export class UsageError extends Error {}

/** If a flag is given twice, the last value counts. */
export function last<Value>(value: Value | readonly Value[] | undefined): Value | undefined {
  return Array.isArray(value) ? (value.at(-1) as Value | undefined) : (value as Value | undefined);
}
