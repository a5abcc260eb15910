import type { Clock } from '../clock.js';
import type { Config } from '../config/config.js';
import { createBatchReader, type BatchReader } from '../linkedin/batch.js';
import type { LinkedInClient } from '../linkedin/client.js';
import type { Logger } from '../log/logger.js';
import type { StreamWriter } from '../singer/messages.js';
import type { Output } from '../singer/output.js';
import type { State } from '../singer/state.js';
import { formatDay, rememberSeconds } from '../singer/values.js';
import { createPseudonymizer } from '../streams/pseudonymizer.js';
import { Checkpoints } from './state/checkpoint.js';
import { Emitter } from './emitter.js';
import { FaultHandler } from './faults.js';
import { Names } from './names/names.js';
import type { SyncStream } from './stream.js';
import type { Report } from './outcome/report.js';
import { openResume, type Resume } from './state/resume.js';
import { Roles } from '../access/roles.js';
import { spanOf, type WindowQuestion } from './window.js';

/** All that one sync needs from outside. */
export interface SyncOptions {
  readonly config: Config;
  readonly streams: readonly SyncStream[];
  readonly state: State;
  readonly client: LinkedInClient;
  readonly output: Output;
  readonly logger: Logger;
  /** Instant taken as now, where days are concerned. */
  readonly clock: Clock;
  /** Milliseconds since any fixed moment. */
  readonly elapsed: () => number;
  /** Is handed, before the first call, a function that says how far the run has got. */
  readonly onStart?: (progress: () => string) => void;
  /** The run is over; what follows is its summary. */
  readonly onEnd?: () => void;
}

/** What every part of one sync works with. */
export interface SyncContext {
  readonly config: Config;
  readonly client: LinkedInClient;
  readonly batch: BatchReader;
  readonly output: Output;
  readonly logger: Logger;
  readonly state: State;
  readonly report: Report;
  readonly roles: Roles;
  readonly faults: FaultHandler;
  readonly emitter: Emitter;
  readonly names: Names;
  readonly checkpoints: Checkpoints;
  /** What an earlier run left undone. */
  readonly resume: Resume;
  /** The instant taken as now, epoch milliseconds. */
  readonly now: number;
  /** The span of days that time-bound streams read. */
  readonly span: Omit<WindowQuestion, 'bookmark'>;
  /** Milliseconds since any fixed moment. */
  readonly elapsed: () => number;
}

export function createContext(
  { config, streams, state, client, output, logger, clock, elapsed }: SyncOptions,
  { report, writers }: { report: Report; writers: Map<string, StreamWriter> },
): SyncContext {
  const now = clock();
  const roles = new Roles(client);
  const names = new Names();
  const nameOf = (urn: string): string | null => names.of(urn);
  return {
    config,
    client,
    batch: createBatchReader(client),
    output,
    logger,
    state,
    report,
    roles,
    faults: new FaultHandler({ client, report, roles }),
    resume: openResume(state, { config, streams, now }),
    emitter: new Emitter(
      { writers, report, pseudonymizer: config.memberData && createPseudonymizer(config.memberData) },
      {
        snapshotDate: formatDay(now),
        granularity: config.timeGranularity,
        locale: config.locale,
        nameOf,
        formatSecond: rememberSeconds(),
      },
    ),
    names,
    checkpoints: new Checkpoints({ state, output, elapsed }),
    now,
    span: spanOf(config, now),
    elapsed,
  };
}
