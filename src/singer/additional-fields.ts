import { encodeFree, encodeText } from './values.js';

/** A field of a row that its stream's schema did not expect. */
export interface Unexpected {
  readonly kind: 'unknown field' | 'other type';
  /** Dotted path, with `*` for positions in arrays. */
  readonly path: string;
}

/** The leftovers of one row: dotted path to JSON text. */
export type AdditionalFields = Map<string, string>;

/** State shared by the encoders of one row. */
export interface Context {
  additionalFields: AdditionalFields | null;
  /** Positions in the arrays around the current value; they fill the `*` of a path. */
  readonly places: number[];
  readonly onUnexpected: (unexpected: Unexpected) => void;
}

/** Keeps a value that has no column, or does not fit it. */
export function keep(kind: Unexpected['kind'], path: string, value: unknown, context: Context): void {
  context.onUnexpected({ kind, path });
  let depth = 0;
  const placed = path.replaceAll('*', (star) =>
    depth < context.places.length ? String(context.places[depth++]) : star,
  );
  (context.additionalFields ??= new Map()).set(placed, encodeFree(value));
}

/** The JSON text of `additional_fields`. */
export function encodeAdditionalFields(additionalFields: AdditionalFields): string {
  return `{${[...additionalFields].map(([path, text]) => `${encodeText(path)}:${text}`).join(',')}}`;
}
