import type { FaultSummary, RunSummary } from '../sync/outcome/run-summary.js';

/** All that is told of one run, whether or not it came to read anything. Instants are epoch milliseconds. */
export interface RunFacts {
  /** By the real clock. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly exitCode: number;
  readonly tapVersion: string;
  readonly nodeVersion: string;
  /** Settings as given, else by default, secrets left out; null: they could not be read. */
  readonly settings: Readonly<Record<string, unknown>> | null;
  /** `YYYYMM`; null as above. */
  readonly linkedinVersion: string | null;
  /** null: the run ended before it began to read. */
  readonly summary: RunSummary | null;
  /** What is wrong with the settings, catalog or state; empty where a summary tells of faults. */
  readonly faults: readonly FaultSummary[];
}

/** What a run came to, in a word. */
export type Outcome = 'done' | 'failed' | 'limit' | 'interrupted' | 'reader_gone';

/** By the exit codes that the contract with schedulers names. */
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
