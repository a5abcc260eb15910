import { NO_ARGUMENTS, type ProbeArguments } from './arguments.js';
import { readPackageVersion } from '../package.js';
import { probe } from '../probe/probe.js';
import { asJson, asTable } from '../probe/report.js';
import { exitCodeOf } from './exit.js';
import { loadInputs } from './inputs.js';
import { openLogger } from './open-logger.js';
import { printDocument } from './print.js';
import { EXIT, type ExitCode, type ProcessIo } from './process-io.js';
import { recording } from './record.js';
import { inSession } from './session.js';

/** A second try of the first call distinguishes a hiccup from a fault; each other call is sent once. */
const MOST_TRIES = 2;
const AFTER_SIGNAL = 'Not everything was asked: run probe again.';

/** Prints which assumptions hold. Exit code 0 whatever it finds, 1 if it could not ask. */
export async function runProbe(args: ProbeArguments, io: ProcessIo): Promise<ExitCode> {
  const logger = openLogger(io, args);
  try {
    const { config: settings } = await loadInputs({ ...NO_ARGUMENTS, config: args.config }, { env: io.env, logger });
    const config = { ...settings, maxTries: Math.min(settings.maxTries, MOST_TRIES) };
    const { linkedinVersion } = config;
    const options = { io, logger, afterSignal: AFTER_SIGNAL, tokensByClock: true };
    return await recording(args, { config, logger }, (record) =>
      inSession(config, { ...options, record }, async ({ client, clock }) => {
        const report = await probe({ config, client, organization: args.organization ?? null, now: clock() });
        const facts = { version: readPackageVersion(), linkedinVersion };
        await printDocument(io, args.format === 'json' ? asJson(report, facts) : asTable(report));
        return EXIT.done;
      }),
    );
  } catch (error) {
    return exitCodeOf(error, logger);
  }
}
