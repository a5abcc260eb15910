import type { ResourceLimits } from '../config/config.js';
import type { TapError } from '../errors.js';
import { BudgetError, endsRun, RateLimitError } from './errors.js';
import type { CallCounts } from './meter.js';

/** Knows what must not be sent any more. */
export interface Gate {
  /** Throws what stands in the way of a call to the resource. Asked right before sending, since calls wait. */
  assertOpen(resource: string): void;
  /**
   * Keeps calls of the budget for a resource: as many as it takes until `upTo` of them were sent in this run. Without
   * it, what is asked for last would be what a budget leaves out each time.
   */
  keep(resource: string, upTo: number): void;
  /** Closes the gate for whatever else the error would end; returns it. */
  closeAfter<Fault extends TapError>(error: Fault): Fault;
}

export interface GateOptions {
  readonly maxCalls: number | null;
  readonly resourceLimits: ResourceLimits | null;
  readonly counts: CallCounts;
  readonly signal: AbortSignal;
}

/**
 * What every call would meet, as a refused token, ends them all; a daily limit ends those to its resource, because LinkedIn counts by
 * resource and counts refused calls too (learn.microsoft.com/linkedin/shared/api-guide/concepts/rate-limits).
 */
export function createGate({ maxCalls, resourceLimits, counts, signal }: GateOptions): Gate {
  let fatal: TapError | undefined;
  const limited = new Map<string, TapError>();
  const kept = new Map<string, number>();
  const sentTo = (resource: string): number => counts.byResource.get(resource) ?? 0;
  const limitOf = (resource: string): number => resourceLimits?.named[resource] ?? resourceLimits?.others ?? Infinity;
  const keptFromOthers = (than: string): number =>
    [...kept].reduce(
      (sum, [resource, upTo]) => (resource === than ? sum : sum + Math.max(0, upTo - sentTo(resource))),
      0,
    );
  return {
    assertOpen(resource) {
      signal.throwIfAborted();
      const obstacle = fatal ?? limited.get(resource);
      if (obstacle !== undefined) throw obstacle;
      if (maxCalls !== null && counts.total + keptFromOthers(resource) >= maxCalls) throw new BudgetError(maxCalls);
      if (sentTo(resource) >= limitOf(resource)) throw new BudgetError(limitOf(resource), resource);
    },
    keep(resource, upTo) {
      kept.set(resource, Math.min(upTo, limitOf(resource)));
    },
    closeAfter(error) {
      if (endsRun(error)) fatal ??= error;
      if (error instanceof RateLimitError) limited.set(error.resource, error);
      return error;
    },
  };
}
