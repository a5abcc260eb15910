import type { Logger } from '../log/logger.js';
import { StatusLine } from '../log/status-line.js';
import { readPackageVersion } from '../package.js';
import type { TapArguments } from './arguments.js';
import { RunDocuments } from './documents.js';
import { exitCodeOf } from './exit.js';
import { loadInputs, type SyncInputs } from './inputs.js';
import { openLogger } from './open-logger.js';
import { recording } from './record.js';
import { printDocument } from './print.js';
import { EXIT, type ExitCode, type ProcessIo } from './process-io.js';
import { runSync } from './sync.js';

/** Runs the tap itself: --about, --discover, --test, --estimate or, if none of these is given, a sync. */
export async function runTap(args: TapArguments, io: ProcessIo): Promise<ExitCode> {
  const status = new StatusLine(io.stderr, io.env);
  const onTerminal = io.stderr.isTTY === true;
  const logger = openLogger(io, args, { onTerminal, write: (line) => status.write(line) });
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
      const { describeTap } = await import('./about.js');
      await printDocument(io, describeTap({ format: args.format, version: readPackageVersion() }));
    } else if (args.discover) {
      const { readSnapshotHistory } = await import('../config/snapshot-history.js');
      const { renderCatalog } = await import('./discover.js');
      const snapshotHistory = await readSnapshotHistory({ paths: args.config, env: io.env });
      await printDocument(io, renderCatalog({ snapshotHistory, select: args.select }));
    } else {
      const inputs = await loadInputs(args, { env: io.env, logger });
      if (asksInPlace(args)) return await answer(args, { inputs, io, logger });
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

const asksInPlace = ({ test, shards, estimate }: TapArguments): boolean =>
  test !== undefined || shards !== undefined || estimate;

/**
 * Answers a question instead of running a sync. Each answer is imported only when needed: a sync needs none of them.
 */
async function answer(
  { test, shards, format }: TapArguments,
  { inputs, io, logger }: { inputs: SyncInputs; io: ProcessIo; logger: Logger },
): Promise<ExitCode> {
  if (test !== undefined) {
    const { runCheck } = await import('./check.js');
    return await runCheck(inputs, { io, logger, format, extent: test });
  }
  if (shards !== undefined) {
    const { runPlan } = await import('./plan.js');
    return await runPlan(inputs, { io, logger, shards });
  }
  const { runEstimate } = await import('./estimate.js');
  return await runEstimate(inputs, { io, logger, format });
}
