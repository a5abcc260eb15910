import { listFaults, TapError } from '../errors.js';
import { nearest } from '../nearest.js';
import { isAutomatic, type StreamDescription } from './catalog.js';
import { pruneSchema, walkProperties, type PropertyPath } from './schema.js';
import type { SelectedStream } from './selection.js';
import { quoteValue } from './values.js';

/** Patterns that match nothing. */
export class PatternError extends TapError {
  constructor(faults: readonly string[]) {
    super('CATALOG_INVALID', listFaults('--select cannot be used', faults), {
      hint: 'Run tap-linkedin-pages streams to see what there is.',
    });
  }
}

/** `posts`, `posts.content.*`, `!*.additional_fields`, taken apart. */
interface Pattern {
  readonly text: string;
  readonly isNegative: boolean;
  readonly stream: Glob;
  /** Matches dotted names; null: the stream with all its fields. */
  readonly field: Glob | null;
}

interface Glob {
  readonly text: string;
  readonly matches: (name: string) => boolean;
}

/**
 * The streams and fields that match patterns in Meltano's form, minus those with `!`, in any order. If all patterns
 * have `!`, they start from the streams selected by default. An object comes with everything below it, a field brings
 * the objects around it, and keys are always there. The order is that of `streams`.
 *
 * @throws PatternError when a pattern matches nothing
 */
export function selectByPatterns(texts: readonly string[], streams: readonly StreamDescription[]): SelectedStream[] {
  const patterns = texts.flatMap((text) => text.split(/[\s,]+/).filter(Boolean)).map(parsePattern);
  const faults = patterns.flatMap((pattern) => findFault(pattern, streams) ?? []);
  if (faults.length > 0) throw new PatternError(faults);
  const startsFromDefault = patterns.every(({ isNegative }) => isNegative);
  return streams.flatMap((stream) => {
    const own = patterns.filter((pattern) => pattern.stream.matches(stream.name));
    const negative = own.filter(({ isNegative }) => isNegative);
    if (negative.some(isOfWhole)) return [];
    const positive = startsFromDefault
      ? stream.selectedByDefault && [EVERYTHING]
      : own.filter((pattern) => !pattern.isNegative && (isOfWhole(pattern) || findsField(pattern, stream)));
    return positive && positive.length > 0 ? [choose(stream, { positive, negative })] : [];
  });
}

const EVERYTHING = parsePattern('*');

function parsePattern(text: string): Pattern {
  const isNegative = text.startsWith('!');
  const [, stream = '', field] = /^([^.]*)(?:\.(.*))?$/s.exec(isNegative ? text.slice(1) : text) ?? [];
  const isWhole = field === undefined || field === '*';
  return { text, isNegative, stream: makeGlob(stream), field: isWhole ? null : makeGlob(field) };
}

function choose(
  stream: StreamDescription,
  { positive, negative }: { positive: readonly Pattern[]; negative: readonly Pattern[] },
): SelectedStream {
  const paths = pathsOf(stream);
  const wanted = paths.filter((path) => names(positive, path) && !names(negative, path));
  // Fields with the objects around them.
  const kept = new Set(wanted.flatMap((path) => path.map((_, index) => path.slice(0, index + 1).join('.'))));
  const schema = pruneSchema(stream.schema, (path) => isAutomatic(stream, path) || kept.has(path.join('.')));
  return { name: stream.name, schema, ignoreBookmark: false };
}

/** Whether one of the patterns matches the field, or an object around it. */
function names(patterns: readonly Pattern[], path: PropertyPath): boolean {
  return patterns.some(
    ({ field }) => field === null || path.some((_, end) => field.matches(path.slice(0, end + 1).join('.'))),
  );
}

const isOfWhole = ({ field }: Pattern): boolean => field === null;

const findsField = (pattern: Pattern, stream: StreamDescription): boolean =>
  pathsOf(stream).some((path) => names([pattern], path));

const pathsOf = ({ schema }: StreamDescription): PropertyPath[] =>
  [...walkProperties(schema.properties)].map(({ path }) => path);

/** The fault of a pattern that matches nothing, with the nearest name; null: it matches something. */
function findFault(pattern: Pattern, streams: readonly StreamDescription[]): string | null {
  const named = streams.filter(({ name }) => pattern.stream.matches(name));
  if (named.length === 0) {
    const known = streams.map(({ name }) => name);
    return `${quoteValue(pattern.text)} names no stream, the nearest is "${nearest(pattern.stream.text, known)}"`;
  }
  if (isOfWhole(pattern) || named.some((stream) => findsField(pattern, stream))) return null;
  const fields = named.flatMap((stream) => pathsOf(stream).map((path) => `${stream.name}.${path.join('.')}`));
  const written = `${named.length === 1 ? named[0]!.name : pattern.stream.text}.${pattern.field!.text}`;
  return `${quoteValue(pattern.text)} names no field, the nearest is "${nearest(written, fields)}"`;
}

/** A file-name pattern: `*` any characters, `?` one, `[ab]` one of these, `[!ab]` one other than these. */
function makeGlob(text: string): Glob {
  const source = text.replaceAll(/\[!?[^\]]+\]|[*?]|[^*?[]+|\[/g, (part) => {
    if (part === '*') return '.*';
    if (part === '?') return '.';
    if (part.startsWith('[') && part.length > 1) return part.replaceAll('\\', '\\\\').replace(/^\[!/, '[^');
    return part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  });
  const pattern = new RegExp(`^${source}$`, 's');
  return { text, matches: (name) => pattern.test(name) };
}
