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

/** What the tap itself takes, where no command is named; for yargs, and for `readPlainSync`, which knows a part of its words. */
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
  about: { type: 'boolean', default: false, describe: 'Print what the tap is and its settings' },
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
    describe: 'Of --about, --estimate and --test',
  },
  ...DOCUMENT_OPTIONS,
  record: recordOption,
  'log-format': { choices: LOG_FORMATS, describe: 'Of the lines on stderr; json where Meltano asks for it' },
  'log-level': {
    choices: LOG_LEVELS,
    describe: 'Lowest level of the lines on stderr; info unless Meltano says otherwise',
  },
} as const satisfies Readonly<Record<string, Options>>;

/** What was given, name by name. */
type Given = Omit<TapArguments, 'shards'> & { readonly properties?: string | undefined };

/** @throws UsageError for what does not go together */
export function toTapArguments({ properties, ...given }: Given): TapArguments {
  const args = { ...given, catalog: given.catalog ?? properties, shards: undefined };
  assertOneSelection(args);
  if (args.estimate && args.test) throw new UsageError('--estimate and --test are two questions: ask one of them');
  assertDocuments(args);
  assertRecords(args);
  return args;
}

/** @throws UsageError where there is no sync to tell of, or the file is no place for it */
function assertDocuments(args: TapArguments): void {
  const others = { discover: args.discover, about: args.about, test: args.test, estimate: args.estimate };
  const [other] = Object.entries(others).find(([, isAsked]) => isAsked) ?? [];
  const [document] = Object.keys(DOCUMENT_OPTIONS).filter(
    (name) => args[name as keyof DocumentArguments] !== undefined,
  );
  if (document !== undefined && other !== undefined)
    throw new UsageError(`--${document} tells of a sync, and --${other} makes none: leave one of them out`);
  assertPlaces(args, { inputs: [...args.config, args.catalog, args.state] });
}

/** @throws UsageError where nothing is called that could be recorded */
function assertRecords({ record, discover, about, estimate, test }: Partial<TapArguments>): void {
  if (record === undefined || !(discover || about || estimate || test)) return;
  throw new UsageError('--record records a sync, or probe');
}

function readTest(value: string | string[] | undefined): TapArguments['test'] {
  const told = last(value);
  if (told === undefined) return undefined;
  if (told !== '' && told !== 'all') throw new UsageError(`--test or --test=all, not --test=${told}`);
  return told === 'all' ? 'all' : 'one';
}
