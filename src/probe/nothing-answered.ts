import { TapError } from '../errors.js';

/** No question of the probe got an answer. */
export class NothingAnsweredError extends TapError {
  constructor({ cause }: { cause?: unknown } = {}) {
    super('NOTHING_ANSWERED', 'LinkedIn answered none of the questions of the probe.', {
      hint: 'Run --test, which says why: the token, its scopes, the role on the page, or a limit.',
      cause,
    });
  }
}
