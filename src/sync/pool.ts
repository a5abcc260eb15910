/** Runs the tasks, as many at once as there are workers; the first fault ends it, once the tasks under way have ended. */
export async function runPool<Task>(
  tasks: Iterable<Task>,
  { workers, run }: { workers: number; run: (task: Task) => Promise<void> },
): Promise<void> {
  const queue = tasks[Symbol.iterator]();
  let broken = false;
  const work = async (): Promise<void> => {
    while (!broken) {
      const next = queue.next();
      if (next.done) return;
      try {
        await run(next.value);
      } catch (error) {
        broken = true;
        throw error;
      }
    }
  };
  const outcomes = await Promise.allSettled(Array.from({ length: workers }, work));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}
