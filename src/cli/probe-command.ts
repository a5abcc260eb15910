import type { ArgumentsCamelCase, Argv, CommandModule } from 'yargs';
import { organizationUrn } from '../config/organizations.js';
import { LOG_FORMATS, LOG_LEVELS } from '../log/logger.js';
import type { ProbeArguments } from './arguments.js';
import { configOption } from './options.js';
import type { ExitCode, ProcessIo } from './process-io.js';
import { prepareRecording, recordOption } from './record.js';
import { last, UsageError } from './usage.js';

/** The command for yargs; `finish` gets the exit code. */
export function makeProbeCommand(
  io: ProcessIo,
  finish: (exitCode: ExitCode) => void,
): CommandModule<object, ProbeArguments> {
  return {
    command: 'probe',
    describe: 'Ask LinkedIn what its documentation leaves open, in at most 40 calls; prints no data of your pages',
    builder: buildProbeOptions,
    handler: async (args: ArgumentsCamelCase<ProbeArguments>) => {
      await prepareRecording(args);
      // Only this command needs it, so a sync does not load it.
      const { runProbe } = await import('./probe.js');
      finish(await runProbe(args, io));
    },
  };
}

function buildProbeOptions(yargs: Argv<object>): Argv<ProbeArguments> {
  return yargs
    .usage('$0 probe --config config.json\n$0 probe --config config.json --format json > probe.json')
    .option('config', configOption('Settings, as for a sync; may be repeated'))
    .option('organization', {
      type: 'string',
      coerce: readOrganization,
      describe: 'Page to ask about; without it, the first one in the settings, or that you administer',
    })
    .option('format', {
      choices: ['text', 'json'] as const,
      default: 'text' as const,
      describe: 'Format of the answers',
    })
    .option('record', recordOption)
    .option('log-format', { choices: LOG_FORMATS, describe: 'Format of the log on stderr' })
    .option('log-level', {
      choices: LOG_LEVELS,
      describe: 'Lowest level of the log on stderr',
    });
}

function readOrganization(given: string | readonly string[] | undefined): string | undefined {
  const told = last(given);
  if (told === undefined) return undefined;
  const urn = organizationUrn(told);
  if (urn === undefined) throw new UsageError('--organization must be the number or URN of a page');
  return urn;
}
