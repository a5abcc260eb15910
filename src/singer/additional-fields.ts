import { encodeFree, encodeText } from './values.js';

/** Something in a row that its stream's schema did not foresee. */
export interface Unexpected {
  readonly kind: 'unknown field' | 'other type';
  /** Dotted path, with `*` for the places in arrays. */
  readonly path: string;
}

/** What one row leaves over: dotted path to JSON text. */
export type AdditionalFields = Map<string, string>;

/** What the encoders of one row share. */
export interface Context {
  additionalFields: AdditionalFields | null;
  /** Places of the arrays around the value at hand; fill the `*` of a path. */
  readonly places: number[];
  readonly onUnexpected: (unexpected: Unexpected) => void;
}

/** Notes a value that has no column, or does not fit it. */
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
