/**
 * Runs tasks, as many at once as there are workers. The first fault ends the run, once the tasks under way have ended.
 * Workers for whom there is no `room` any more stop for good, except the last one.
 */
export async function runPool<Task>(
  tasks: Iterable<Task>,
  { workers, run, room = () => workers }: { workers: number; run: (task: Task) => Promise<void>; room?: () => number },
): Promise<void> {
  const queue = tasks[Symbol.iterator]();
  let broken = false;
  let present = workers;
  const work = async (): Promise<void> => {
    while (!broken) {
      if (present > Math.max(1, room())) break;
      const next = queue.next();
      if (next.done) break;
      try {
        await run(next.value);
      } catch (error) {
        broken = true;
        throw error;
      }
    }
    present -= 1;
  };
  const outcomes = await Promise.allSettled(Array.from({ length: workers }, work));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}
