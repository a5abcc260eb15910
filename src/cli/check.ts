import { check, type CheckOptions } from '../check/check.js';
import { daysBetween } from '../check/token.js';
import type { CheckRow } from '../check/row.js';
import type { Logger } from '../log/logger.js';
import type { OutputFormat } from './arguments.js';
import type { SyncInputs } from './inputs.js';
import { tabulate } from './check-table.js';
import { printDocument } from './print.js';
import { EXIT, type ExitCode, type ProcessIo } from './process-io.js';
import { inSession } from './session.js';

/** A second try distinguishes a hiccup from a fault; there are no more, because someone is waiting for the answer. */
const MOST_TRIES = 2;
const AFTER_SIGNAL = 'Not everything was checked: run --test again.';

export interface CheckCommand {
  readonly io: ProcessIo;
  readonly logger: Logger;
  readonly format: OutputFormat;
  readonly extent: CheckOptions['extent'];
}

/** Prints whether a sync of these inputs would find everything it needs; syncs nothing. */
export async function runCheck(
  { config: settings, streams }: SyncInputs,
  { io, logger, format, extent }: CheckCommand,
): Promise<ExitCode> {
  const config = { ...settings, maxTries: Math.min(settings.maxTries, MOST_TRIES) };
  return await inSession(
    config,
    { io, logger, afterSignal: AFTER_SIGNAL, tokensByClock: true },
    async ({ client, clock }) => {
      const now = clock();
      const rows = await check({ config, streams, client, now, extent });
      await printDocument(io, format === 'json' ? asJson(rows, now) : tabulate(rows).join('\n'));
      return rows.some(hasFailed) ? EXIT.failed : EXIT.done;
    },
  );
}

const hasFailed = ({ result }: CheckRow): boolean => result === 'failed';

const callsOf = (rows: readonly CheckRow[]): number => rows.reduce((sum, { calls }) => sum + calls, 0);

function asJson(rows: readonly CheckRow[], now: number): string {
  const checks = rows.map(({ subject, result, found, calls, organization, streams, endsAt, error, warning }) => ({
    subject,
    result,
    found,
    calls,
    organization: organization ?? null,
    streams: streams ?? [],
    ends_at: endsAt == null ? null : new Date(endsAt).toISOString(),
    days_left: endsAt == null ? null : daysBetween(now, endsAt),
    code: error?.code ?? null,
    message: error?.message ?? warning ?? null,
    remedy: error?.hint || null,
  }));
  return JSON.stringify({ ok: !rows.some(hasFailed), calls: callsOf(rows), checks }, null, 2);
}
