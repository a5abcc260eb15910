import type { ResourceLimits } from '../config/config.js';
import type { TapError } from '../errors.js';
import { BudgetError, endsRun, RateLimitError } from './errors.js';
import type { CallCounts } from './meter.js';

/** Decides which calls must not be sent any more. */
export interface Gate {
  /** Throws whatever blocks a call to the resource. Checked right before sending, since calls wait. */
  assertOpen(resource: string): void;
  /**
   * Reserves calls of the budget for a resource, until `upTo` of them have been sent in this run. Otherwise a budget
   * would always leave out whatever is requested last.
   */
  keep(resource: string, upTo: number): void;
  /** Closes the gate to all calls that would meet the same error; returns it. */
  closeAfter<Fault extends TapError>(error: Fault): Fault;
}

export interface GateOptions {
  readonly maxCalls: number | null;
  readonly resourceLimits: ResourceLimits | null;
  readonly counts: CallCounts;
  readonly signal: AbortSignal;
}

/**
 * An error that every call would meet, such as a refused token, ends them all. A daily limit ends the calls to its
 * resource, because LinkedIn counts per resource and counts refused calls too
 * (learn.microsoft.com/linkedin/shared/api-guide/concepts/rate-limits).
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
