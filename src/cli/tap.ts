import { readSnapshotHistory } from '../config/snapshot-history.js';
import { createLogger, type Logger } from '../log/logger.js';
import { readLogPreferences } from '../log/preferences.js';
import { StatusLine } from '../log/status-line.js';
import { readPackageVersion } from '../package.js';
import { describeTap } from './about.js';
import type { TapArguments } from './arguments.js';
import { runCheck } from './check.js';
import { renderCatalog } from './discover.js';
import { RunDocuments } from './documents.js';
import { runEstimate } from './estimate.js';
import { exitCodeOf } from './exit.js';
import { loadInputs } from './inputs.js';
import { runPlan } from './plan.js';
import { recording } from './record.js';
import { printDocument } from './print.js';
import { EXIT, type ExitCode, type ProcessIo } from './process-io.js';
import { runSync } from './sync.js';

/** The tap's own commands: --about, --discover, --test, --estimate, and the sync where none of them is asked for. */
export async function runTap(args: TapArguments, io: ProcessIo): Promise<ExitCode> {
  const preferences = readLogPreferences(io.env);
  const status = new StatusLine(io.stderr, io.env);
  const logger = createLogger({
    level: args.logLevel ?? preferences.level,
    format: args.logFormat ?? preferences.format,
    forMeltano: preferences.forMeltano,
    onTerminal: io.stderr.isTTY === true,
    write: (line) => status.write(line),
  });
  const documents = new RunDocuments(args, logger);
  const exitCode = await carryOut(args, { io, logger, status, documents });
  await documents.write(exitCode);
  return exitCode;
}

async function carryOut(
  args: TapArguments,
  { io, logger, status, documents }: { io: ProcessIo; logger: Logger; status: StatusLine; documents: RunDocuments },
): Promise<ExitCode> {
  try {
    if (args.about) {
      await printDocument(io, describeTap({ format: args.format, version: readPackageVersion() }));
    } else if (args.discover) {
      const snapshotHistory = await readSnapshotHistory({ paths: args.config, env: io.env });
      await printDocument(io, renderCatalog({ snapshotHistory, select: args.select }));
    } else {
      const inputs = await loadInputs(args, { env: io.env, logger });
      if (args.test) return await runCheck(inputs, { io, logger, format: args.format, extent: args.test });
      if (args.shards !== undefined) return await runPlan(inputs, { io, logger, shards: args.shards });
      if (args.estimate) return await runEstimate(inputs, { io, logger, format: args.format });
      documents.begin(inputs);
      return await recording(args, { ...inputs, logger }, (record) =>
        runSync(inputs, { io, logger, status, documents, record }),
      );
    }
    return EXIT.done;
  } catch (error) {
    documents.endedBy(error);
    return exitCodeOf(error, logger);
  }
}
