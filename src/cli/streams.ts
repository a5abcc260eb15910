import type { ArgumentsCamelCase, Argv, CommandModule } from 'yargs';
import { layOut } from '../log/table.js';
import { costOf } from '../streams/cost.js';
import type { Stream } from '../streams/entry.js';
import { FAMILIES, type Family } from '../streams/families.js';
import { loadStreams } from '../streams/load.js';
import { printDocument } from './print.js';
import { EXIT, type ExitCode, type ProcessIo } from './process-io.js';

/** Arguments of `tap-linkedin-pages streams`. */
export interface StreamsArguments {
  readonly format: 'text' | 'json';
}

/** The command for yargs; `finish` gets the exit code. */
export function makeStreamsCommand(
  io: ProcessIo,
  finish: (exitCode: ExitCode) => void,
): CommandModule<object, StreamsArguments> {
  return {
    command: 'streams',
    describe: 'List the streams: what they hold, whether they are read by default, what they cost in calls',
    builder: (yargs: Argv<object>) =>
      yargs.option('format', {
        choices: ['text', 'json'] as const,
        default: 'text' as const,
        describe: 'Format of the list',
      }),
    handler: async ({ format }: ArgumentsCamelCase<StreamsArguments>) => {
      const streams = loadStreams({ snapshotHistory: false });
      await printDocument(io, format === 'json' ? asJson(streams) : asText(streams));
      finish(EXIT.done);
    },
  };
}

function asJson(streams: readonly Stream[]): string {
  const rows = streams.map((stream) => ({
    name: stream.name,
    family: familyOf(stream).title,
    description: stream.schema.description ?? null,
    selected_by_default: stream.selectedByDefault,
    scopes: stream.source.endpoint.scopes,
    role: stream.source.endpoint.role,
    calls: costOf(stream.source).words,
    shares_calls_with: sharedWith(stream, streams),
    key_properties: stream.keyProperties,
    replication: stream.replication.kind,
  }));
  return JSON.stringify(rows, null, 2);
}

function asText(streams: readonly Stream[]): string {
  const families = FAMILIES.map((family) => {
    const own = streams.filter((stream) => familyOf(stream) === family);
    const rows = own.map((stream) => [
      `${stream.selectedByDefault ? '*' : ' '} ${stream.name}`,
      sharedWith(stream, streams) === null ? costOf(stream.source).short : 'shared',
      stream.source.endpoint.scopes[0] ?? 'no scope',
    ]);
    return [family.title, ...layOut(rows, { left: 3 }).map((line) => `  ${line}`), ''];
  });
  return [...families.flat(), ...LEGEND].join('\n');
}

const LEGEND = [
  '* read by default. Next to each: the calls it takes, and the scope it needs.',
  'shared: no calls if a stream above it is read. walk: plus the calls of posts.',
  'Choose: --select "posts,post_statistics,*_time_bound.*,!*.additional_fields"',
];

/** The first stream with the same source; null: none before it. */
function sharedWith({ name, source }: Stream, streams: readonly Stream[]): string | null {
  const first = streams.find((stream) => stream.source === source)!;
  return first.name === name ? null : first.name;
}

function familyOf({ name }: Stream): Family {
  return FAMILIES.find(({ streams }) => streams.some((entry) => entry.name === name))!;
}
