import { DAY_MS } from '../clock.js';
import { CallError, endsRun, RateLimitError } from '../linkedin/errors.js';
import type { TimeWindow } from '../linkedin/request-builders.js';
import type { Loss, TimeBoundTask } from './plan.js';
import type { BucketReading, Reading } from './reading.js';
import { lastYearOf } from './window.js';

type Task = Pick<TimeBoundTask, 'streams' | 'organizations' | 'window'> & { readonly earlier: TimeWindow };
type Read = (window: TimeWindow) => Promise<BucketReading>;

/**
 * Yields the buckets of the task's window, then those of the time before it, year by year backwards, until a year is
 * empty or refused or the span ends. Only the last reading, which has no elements, moves the bookmark: once there is
 * one, nothing earlier is asked for. Each year ends where the oldest bucket so far starts, so that no bucket comes
 * twice.
 *
 * @throws what `read` throws, except the refusal of an earlier year
 */
export async function* readEarlier(task: Task, read: Read): AsyncGenerator<Reading> {
  const { window, earlier } = task;
  const came: BucketReading[] = [];
  if (window) {
    const recent = await read(window);
    came.push(recent);
    yield withoutEnd(recent);
  }
  let end = Math.min(earlier.end, came[0]?.oldestStart ?? Infinity);
  while (earlier.start < end) {
    const year = lastYearOf({ ...earlier, end });
    const reading = await unlessRefused(read(year));
    if (reading === null) break;
    came.push(reading);
    yield withoutEnd(reading);
    if (reading.oldestStart === null) break;
    end = Math.min(year.start, reading.oldestStart);
  }
  yield conclude(task, came);
}

function withoutEnd({ organization, elements, receivedAt }: BucketReading): Reading {
  return { organization, elements, receivedAt, newestEnd: null };
}

function conclude({ streams, organizations: [organization], earlier }: Task, came: readonly BucketReading[]): Reading {
  const ends = came.flatMap(({ newestEnd }) => newestEnd ?? []);
  const starts = came.flatMap(({ oldestStart }) => oldestStart ?? []);
  const fault = came.find((reading) => reading.fault)?.fault;
  const oldest = Math.min(...starts, earlier.end);
  const days = Math.ceil((oldest - earlier.start) / DAY_MS);
  const loss: Loss = {
    stream: streams[0]!.name,
    organization,
    days,
    resumed: false,
    ...(oldest < earlier.end && { since: oldest }),
  };
  return {
    organization,
    elements: [],
    receivedAt: came.at(-1)?.receivedAt ?? 0,
    newestEnd: ends.length > 0 ? Math.max(...ends) : null,
    ...(fault && { fault }),
    ...(days > 0 && { loss }),
  };
}

/** null: LinkedIn refused the year, so has nothing that old. A general refusal would already have met the window. */
async function unlessRefused(reading: Promise<BucketReading>): Promise<BucketReading | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof CallError && isRefusal(error)) return null;
    throw error;
  }
}

function isRefusal(error: CallError): boolean {
  if (endsRun(error) || error instanceof RateLimitError) return false;
  return error.status !== null && error.status >= 400 && error.status < 500;
}
