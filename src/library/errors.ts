import { TapError } from '../errors.js';
import type { StreamFault } from '../sync/outcome/report.js';

/**
 * Not everything could be read. What was read has been returned. Keep the reader's state: the next run continues from
 * it.
 */
export class IncompleteError extends TapError {
  /** Names of the streams with failures. */
  readonly failed: readonly string[];
  /** Names of the streams that a rate limit, or `max_calls`, partly left to the next run. */
  readonly deferred: readonly string[];
  /** Causes of the failures, each with its organizations (`urn:li:organization:N`) and its error. */
  readonly faults: readonly StreamFault[];

  constructor({ failed, deferred, faults }: Pick<IncompleteError, 'failed' | 'deferred' | 'faults'>) {
    const parts = [
      failed.length > 0 && `failed: ${failed.join(', ')}`,
      deferred.length > 0 && `left to the next run: ${deferred.join(', ')}`,
    ];
    super('READ_INCOMPLETE', `Not everything could be read; ${parts.filter(Boolean).join('; ')}.`, {
      hint: 'Keep the state: the next run continues from it.',
      cause: faults[0]?.error,
    });
    this.failed = failed;
    this.deferred = deferred;
    this.faults = faults;
  }
}
