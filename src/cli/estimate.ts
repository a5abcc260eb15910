import type { Logger } from '../log/logger.js';
import { layOut } from '../log/table.js';
import type { CallRange, EndpointCalls } from '../sync/calls.js';
import { estimate, fitsBudget, type Estimate } from '../sync/estimate.js';
import type { OutputFormat } from './arguments.js';
import type { SyncInputs } from './inputs.js';
import { printDocument } from './print.js';
import { EXIT, type ExitCode, type ProcessIo } from './process-io.js';
import { inSession } from './session.js';

const AFTER_SIGNAL = 'Nothing was synced.';

/** Prints how many calls a sync of these inputs would make; syncs nothing. */
export async function runEstimate(
  inputs: SyncInputs,
  { io, logger, format }: { io: ProcessIo; logger: Logger; format: OutputFormat },
): Promise<ExitCode> {
  return await inSession(inputs.config, { io, logger, afterSignal: AFTER_SIGNAL }, async (session) => {
    const result = await estimate({ ...inputs, ...session, logger });
    const { maxCalls } = inputs.config;
    await printDocument(io, format === 'json' ? asJson(result, maxCalls) : asText(result, maxCalls));
    return EXIT.done;
  });
}

function asJson(result: Estimate, maxCalls: number | null): string {
  const fits = maxCalls === null ? null : fitsBudget(result, maxCalls);
  return JSON.stringify({ ...result, max_calls: maxCalls, fits }, null, 2);
}

function asText(result: Estimate, maxCalls: number | null): string {
  const { organizations, calls } = result;
  const rows = calls.map((row) => [row.endpoint, purposeOf(row), inWords(row)]);
  const table = layOut(
    [['endpoint', 'for', 'calls'], ...rows, ['total', `${organizations} organizations`, inWords(result)]],
    { left: 2 },
  );
  return [...table, ...(maxCalls === null ? [] : [verdict(result, maxCalls)])].join('\n');
}

function purposeOf({ streams: [first, ...others] }: EndpointCalls): string {
  if (first === undefined) return 'names in other streams';
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}

function inWords({ least, most }: CallRange): string {
  if (most === null) return least === 0 ? 'unknown' : `${least} or more`;
  return least === most ? String(least) : `${least} to ${most}`;
}

function verdict(range: CallRange, maxCalls: number): string {
  switch (fitsBudget(range, maxCalls)) {
    case true:
      return `It fits into max_calls ${maxCalls}.`;
    case false:
      return `It does not fit into max_calls ${maxCalls}: the run would stop there with exit code 3, and the next one go on.`;
    case null:
      return `Whether it fits into max_calls ${maxCalls} cannot be told.`;
  }
}
