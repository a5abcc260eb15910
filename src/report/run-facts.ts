import type { FaultSummary, RunSummary } from '../sync/outcome/run-summary.js';

/**
 * Everything that is reported about one run, even if it did not get to read anything. Instants are epoch milliseconds.
 */
export interface RunFacts {
  /** By the real clock. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly exitCode: number;
  readonly tapVersion: string;
  readonly nodeVersion: string;
  /** Settings as given or by default, without secrets; null: they could not be read. */
  readonly settings: Readonly<Record<string, unknown>> | null;
  /** `YYYYMM`; null as above. */
  readonly linkedinVersion: string | null;
  /** null: the run ended before it began to read. */
  readonly summary: RunSummary | null;
  /** Faults of the settings, catalog or state; empty if there is a summary, which has its own faults. */
  readonly faults: readonly FaultSummary[];
}

/** The outcome of a run in one word. */
export type Outcome = 'done' | 'failed' | 'limit' | 'interrupted' | 'reader_gone';

/** Follows the documented exit codes, on which schedulers rely. */
export function outcomeOf(exitCode: number): Outcome {
  switch (exitCode) {
    case 0:
      return 'done';
    case 3:
      return 'limit';
    case 141:
      return 'reader_gone';
    default:
      return exitCode > 128 ? 'interrupted' : 'failed';
  }
}
