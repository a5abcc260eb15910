import { parseArgs } from 'node:util';
import { LOG_FORMATS, LOG_LEVELS } from '../log/logger.js';
import { NO_ARGUMENTS, type TapArguments } from './arguments.js';
import { TAP_OPTIONS, toTapArguments } from './tap-options.js';
import { UsageError } from './usage.js';

const word = { type: 'string', multiple: true } as const;

const WORDS = {
  config: { ...word, short: TAP_OPTIONS.config.alias },
  catalog: word,
  properties: { ...word, short: TAP_OPTIONS.properties.alias },
  select: word,
  state: { ...word, short: TAP_OPTIONS.state.alias },
  shard: word,
  summary: word,
  report: word,
  'log-format': word,
  'log-level': word,
} as const;

/** `--name`, `--name=value`, `-n` or a value; not quotes, dashes or empty arguments, which yargs treats specially. */
const PLAIN = /^(?:--[a-z][a-z-]*(?:=[^'"-].*)?|-[a-z]|[^'"-].*)$/s;

/**
 * The arguments of a sync that only says what to read, as yargs would parse them: loading yargs would take a quarter of
 * the time of a small sync. Null for anything else, and for any fault, which yargs then explains.
 */
export function readPlainSync(argv: readonly string[]): TapArguments | null {
  if (!argv.every((argument) => PLAIN.test(argument))) return null;
  try {
    const { values } = parseArgs({ args: [...argv], options: WORDS });
    return toTapArguments({
      ...NO_ARGUMENTS,
      config: values.config ?? [],
      catalog: TAP_OPTIONS.catalog.coerce(values.catalog),
      properties: TAP_OPTIONS.properties.coerce(values.properties),
      select: TAP_OPTIONS.select.coerce(values.select ?? []),
      state: TAP_OPTIONS.state.coerce(values.state),
      shard: TAP_OPTIONS.shard.coerce(values.shard),
      summary: TAP_OPTIONS.summary.coerce(values.summary),
      report: TAP_OPTIONS.report.coerce(values.report),
      logFormat: choose(values['log-format'], LOG_FORMATS),
      logLevel: choose(values['log-level'], LOG_LEVELS),
    });
  } catch (error) {
    if (error instanceof UsageError || isOfParseArgs(error)) return null;
    throw error;
  }
}

/** @throws UsageError */
function choose<Choice extends string>(
  given: readonly string[] | undefined,
  choices: readonly Choice[],
): Choice | undefined {
  if (given === undefined) return undefined;
  const choice = choices.find((each) => each === given[0]);
  if (choice === undefined || given.length > 1) throw new UsageError('none of the choices');
  return choice;
}

const isOfParseArgs = (error: unknown): boolean =>
  String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');
