/** The command was called in a way that it does not know. */
export class UsageError extends Error {}

/** A flag given twice: the last one counts. */
export function last<Value>(value: Value | readonly Value[] | undefined): Value | undefined {
  return Array.isArray(value) ? (value.at(-1) as Value | undefined) : (value as Value | undefined);
}
