import { TapError } from '../errors.js';
import type { StreamFault } from '../sync/outcome/report.js';

/**
 * Not everything could be read. Whatever could be has been handed out, and the reader's state is to be kept: the next
 * run goes on from it.
 */
export class IncompleteError extends TapError {
  /** Names of the streams in which something failed. */
  readonly failed: readonly string[];
  /** Names of the streams of which a rate limit, or `max_calls`, left something to the next run. */
  readonly deferred: readonly string[];
  /** What made streams fail, each with its organizations (`urn:li:organization:N`) and its error. */
  readonly faults: readonly StreamFault[];

  constructor({ failed, deferred, faults }: Pick<IncompleteError, 'failed' | 'deferred' | 'faults'>) {
    const parts = [
      failed.length > 0 && `failed: ${failed.join(', ')}`,
      deferred.length > 0 && `left to the next run: ${deferred.join(', ')}`,
    ];
    super('READ_INCOMPLETE', `Not everything could be read; ${parts.filter(Boolean).join('; ')}.`, {
      hint: 'Keep the state: the next run goes on from it.',
      cause: faults[0]?.error,
    });
    this.failed = failed;
    this.deferred = deferred;
    this.faults = faults;
  }
}
