import type { Options } from 'yargs';
import { LOG_FORMATS, LOG_LEVELS } from '../log/logger.js';
import type { DocumentArguments, TapArguments } from './arguments.js';
import {
  assertOneSelection,
  assertPlaces,
  catalogOption,
  configOption,
  DOCUMENT_OPTIONS,
  selectOption,
  shardOption,
  stateOption,
} from './options.js';
import { recordOption } from './record.js';
import { last, UsageError } from './usage.js';

/** The options of the tap itself, without a command; for yargs, and partly for `readPlainSync`. */
export const TAP_OPTIONS = {
  config: configOption(
    'Settings, a JSON file; may be repeated, later files win. The word ENV reads TAP_LINKEDIN_PAGES_* variables',
  ),
  catalog: catalogOption('Which streams and fields to read; without it, the default ones'),
  select: selectOption,
  properties: { alias: 'p', type: 'string', coerce: last<string>, hidden: true, describe: 'Old name of --catalog' },
  state: stateOption,
  shard: shardOption,
  discover: { alias: 'd', type: 'boolean', default: false, describe: 'Print the catalog' },
  about: { type: 'boolean', default: false, describe: 'Describe the tap and its settings' },
  estimate: {
    type: 'boolean',
    default: false,
    describe: 'Print how many calls the sync would make, by endpoint, and whether they fit max_calls; syncs nothing',
  },
  test: {
    type: 'string',
    coerce: readTest,
    describe:
      'Check token, scopes, version, roles and endpoints, and print a table; --test=all tries each endpoint on every organization',
  },
  format: {
    choices: ['text', 'json', 'markdown'],
    default: 'text',
    describe: 'Format of --about, --estimate and --test',
  },
  ...DOCUMENT_OPTIONS,
  record: recordOption,
  'log-format': { choices: LOG_FORMATS, describe: 'Format of the log on stderr; json if Meltano asks for it' },
  'log-level': {
    choices: LOG_LEVELS,
    describe: 'Lowest level of the log on stderr; info unless Meltano says otherwise',
  },
} as const satisfies Readonly<Record<string, Options>>;

/** The given options by name. */
type Given = Omit<TapArguments, 'shards'> & { readonly properties?: string | undefined };

/** @throws UsageError for options that do not go together */
export function toTapArguments({ properties, ...given }: Given): TapArguments {
  const args = { ...given, catalog: given.catalog ?? properties, shards: undefined };
  assertOneSelection(args);
  if (args.estimate && args.test) throw new UsageError('--estimate and --test cannot be combined');
  assertDocuments(args);
  assertRecords(args);
  return args;
}

/** @throws UsageError if there is no sync to describe, or a document would replace another file of the run */
function assertDocuments(args: TapArguments): void {
  const others = { discover: args.discover, about: args.about, test: args.test, estimate: args.estimate };
  const [other] = Object.entries(others).find(([, isAsked]) => isAsked) ?? [];
  const [document] = Object.keys(DOCUMENT_OPTIONS).filter(
    (name) => args[name as keyof DocumentArguments] !== undefined,
  );
  if (document !== undefined && other !== undefined)
    throw new UsageError(`--${document} describes a sync, and --${other} runs none: leave one of them out`);
  assertPlaces(args, { inputs: [...args.config, args.catalog, args.state] });
}

/** @throws UsageError if there are no calls to record */
function assertRecords({ record, discover, about, estimate, test }: Partial<TapArguments>): void {
  if (record === undefined || !(discover || about || estimate || test)) return;
  throw new UsageError('--record only works with a sync or with probe');
}

function readTest(value: string | string[] | undefined): TapArguments['test'] {
  const told = last(value);
  if (told === undefined) return undefined;
  if (told !== '' && told !== 'all') throw new UsageError(`use --test or --test=all, not --test=${told}`);
  return told === 'all' ? 'all' : 'one';
}
