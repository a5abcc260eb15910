import { pagesOf, planQueues, type PlanOptions, type Queue, type QueueOptions } from './plan.js';
import type { Report, StreamReport } from './outcome/report.js';
import { isWrittenBy } from './shard.js';
import type { ResumeEntry } from './state/resume-entry.js';

export interface RemainderOptions extends QueueOptions, Pick<PlanOptions, 'shard'> {
  readonly report: Report;
}

/** What a run defers to the next one. */
export function composeResume(options: RemainderOptions): ResumeEntry {
  const { report, resume } = options;
  const completed = listCompleted(options);
  const lines = planQueues(options).map((queue, line) => ({
    per: queue.source.per,
    streams: queue.streams.map(({ name }) => name),
    order: queue.order,
    place: findStop(queue, { report, hadAll: line === 0 }),
  }));
  const stops = lines.flatMap(({ place, ...line }) => (place === null ? [] : [{ ...line, place }]));
  stops.sort((one, other) => one.place - other.place);
  const next = stops.map(({ streams, order, place }) => ({ streams, organization: order[place]! }));
  const turns = lines.flatMap(({ per, streams, order, place }) => {
    if (per !== 'organization' && per !== 'benchmark') return [];
    const done = streams.map((stream) => new Set(completed[stream]));
    const isThrough = (organization: string): boolean => done.every((list) => list.has(organization));
    const hadTurn = order.filter((organization, index) => index < (place ?? Infinity) || isThrough(organization));
    return [{ streams, organizations: hadTurn }];
  });
  return resume.toEntry({ streams: completed, next, turns });
}

/** The place of the first organization that some stream of the queue did not reach; null: all were reached. */
function findStop({ streams, order }: Queue, { report, hadAll }: { report: Report; hadAll: boolean }): number | null {
  const stopped = streams.map(({ name }) => report.of(name)).filter(({ deferred }) => deferred.size > 0);
  if (stopped.length === 0) return null;
  const heard = stopped.filter((stream) => gotSomewhere(stream, order));
  return Math.min(...(heard.length > 0 ? heard : stopped).map((stream) => findPlace(stream, { order, hadAll })));
}

/**
 * Whether a stream got anywhere before it was stopped. One that did not, because its limit was used up before it began,
 * has no say in where its queue stopped. If none did, a page that was refused still counts as reached.
 */
function gotSomewhere({ deferred, failed, begun }: StreamReport, order: readonly string[]): boolean {
  return begun.size > 0 || deferred.size + failed.size < order.length;
}

/**
 * The place where a stream goes on. If the page in first place of the first queue, which had all calls of the run,
 * still did not finish, it goes behind the others: a page whose posts take more calls than a run has would block them
 * forever.
 */
function findPlace(
  { deferred, begun }: StreamReport,
  { order, hadAll }: { order: readonly string[]; hadAll: boolean },
): number {
  const first = order.findIndex((organization) => deferred.has(organization));
  if (!hadAll || first > 0 || !begun.has(order[0]!)) return first;
  return Math.max(
    first,
    order.findIndex((organization, place) => place > first && deferred.has(organization)),
  );
}

/** Organizations by stream that were read completely today, in this run or an earlier one. */
function listCompleted({ streams, shard, resume, report, ...pages }: RemainderOptions): Record<string, string[]> {
  const done = new Map([...resume.done].map(([stream, before]) => [stream, [...before]]));
  for (const { name, source } of streams) {
    const { failed, deferred, faulty, isDeferred } = report.of(name);
    if (!isWrittenBy(shard, source)) continue;
    if (source.per === 'run') {
      if (!faulty && !isDeferred) done.set(name, []);
    } else if (source.per !== 'mention') {
      const read = pagesOf(source, pages).filter((page) => !failed.has(page) && !deferred.has(page));
      if (read.length > 0) done.set(name, [...new Set([...(done.get(name) ?? []), ...read])]);
    }
  }
  return Object.fromEntries(done);
}
