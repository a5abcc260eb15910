import { mkdir, readdir } from 'node:fs/promises';
import type { Config } from '../config/config.js';
import type { ClientOptions } from '../linkedin/client.js';
import type { Logger } from '../log/logger.js';
import type { State } from '../singer/state.js';
import type { RecordArguments } from './arguments.js';
import type { ExitCode } from './process-io.js';
import { last, UsageError } from './usage.js';

/** `--record`. */
export const recordOption = {
  type: 'string',
  coerce: last<string>,
  describe: 'Write each call into this new folder, with made-up names, texts, ids and numbers: safe to publish',
} as const;

/**
 * Creates the folder.
 *
 * @throws UsageError if it cannot be created, or is not empty
 */
export async function prepareRecording({ record: folder }: RecordArguments): Promise<void> {
  if (folder === undefined) return;
  try {
    await mkdir(folder, { recursive: true });
    if ((await readdir(folder)).length === 0) return;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(`--record ${folder} cannot be used (${code ?? message})`);
  }
  throw new UsageError(`--record ${folder} is not empty: a recording needs a new or empty folder`);
}

interface Recorded {
  readonly config: Config;
  readonly state?: State;
  readonly logger: Logger;
}

/** Runs work whose calls are recorded, if requested, and says where they are. */
export async function recording(
  { record: folder }: RecordArguments,
  { config, state, logger }: Recorded,
  work: (record: ClientOptions['record']) => Promise<ExitCode>,
): Promise<ExitCode> {
  if (folder === undefined) return await work(undefined);
  // Loaded only for a recording.
  const { openRecording } = await import('../recording/open.js');
  const now = config.now ?? Date.now();
  const recorder = await openRecording({ folder, config, state: state?.value() ?? null, now, logger });
  try {
    return await work(recorder.record);
  } finally {
    logger.info(`${recorder.calls} calls are recorded in ${folder}, with made-up data in place of yours.`);
  }
}
