import { formatCallLimits, type CallLimits } from '../config/call-limits.js';
import type { Logger } from '../log/logger.js';
import { layOut, wrap } from '../log/table.js';
import { sumByResource, type CallRange, type EndpointCalls } from '../sync/calls.js';
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
    const { config } = inputs;
    await printDocument(io, format === 'json' ? asJson(result, config) : asText(result, config));
    return EXIT.done;
  });
}

function asJson(result: Estimate, limits: CallLimits): string {
  const found = judge(result, limits);
  const fits =
    found.length === 0 ? null : found.reduce<boolean | null>((all, { fits: each }) => worse(all, each), true);
  return JSON.stringify({ ...result, max_calls: formatCallLimits(limits), fits }, null, 2);
}

/** One of the limits, and whether the planned calls fit into it; null: unknown. */
interface Verdict {
  readonly limit: number;
  /** null: the whole run. */
  readonly resource: string | null;
  readonly fits: boolean | null;
}

/** Judges each limit, that of the whole run first. */
function judge(result: Estimate, { maxCalls, resourceLimits }: CallLimits): Verdict[] {
  const verdicts: Verdict[] = [];
  if (maxCalls !== null) verdicts.push({ limit: maxCalls, resource: null, fits: fitsBudget(result, maxCalls) });
  if (resourceLimits === null) return verdicts;
  for (const [resource, range] of sumByResource(result.calls)) {
    const limit = resourceLimits.named[resource] ?? resourceLimits.others;
    if (limit !== null) verdicts.push({ limit, resource, fits: fitsBudget(range, limit) });
  }
  return verdicts;
}

const worse = (one: boolean | null, other: boolean | null): boolean | null =>
  one === false || other === false ? false : one === null || other === null ? null : true;

function asText(result: Estimate, limits: CallLimits): string {
  const { organizations, calls } = result;
  const rows = calls.map((row) => [row.endpoint, purposeOf(row), inWords(row)]);
  const table = layOut(
    [['endpoint', 'for', 'calls'], ...rows, ['total', `${organizations} organizations`, inWords(result)]],
    { left: 2 },
  );
  const sentences = judge(result, limits).flatMap((verdict) => wrap(inSentence(verdict), { width: 80 }));
  return [...table, ...sentences].join('\n');
}

function purposeOf({ streams: [first, ...others] }: EndpointCalls): string {
  if (first === undefined) return 'names in other streams';
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}

function inWords({ least, most }: CallRange): string {
  if (most === null) return least === 0 ? 'unknown' : `${least}+`;
  return least === most ? String(least) : `${least}-${most}`;
}

function inSentence({ limit, resource, fits }: Verdict): string {
  if (fits === null) return `It is unknown whether ${resource ?? 'it'} fits into max_calls ${limit}.`;
  if (fits) return `${resource ?? 'It'} fits into max_calls ${limit}.`;
  const what =
    resource === null
      ? 'the run would stop there with exit code 3'
      : 'its calls would stop there, the others would continue, and the run would end with exit code 3';
  return `${resource ?? 'It'} does not fit into max_calls ${limit}: ${what}. The next run would continue from there.`;
}
