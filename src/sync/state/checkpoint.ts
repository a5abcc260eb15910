import { stateLine } from '../../singer/messages.js';
import type { Output } from '../../singer/output.js';
import type { State } from '../../singer/state.js';

const MIN_INTERVAL_MS = 10_000;

/**
 * Writes STATE lines: at most one in ten seconds, and one at the end. Records go through the same output before their
 * bookmark moves, so the state on the wire never runs ahead of them.
 */
export class Checkpoints {
  readonly #state: State;
  readonly #output: Output;
  readonly #elapsed: () => number;
  #last = -Infinity;

  /** `elapsed` counts milliseconds since some fixed moment. */
  constructor({ state, output, elapsed }: { state: State; output: Output; elapsed: () => number }) {
    this.#state = state;
    this.#output = output;
    this.#elapsed = elapsed;
  }

  /** Called when a bookmark has moved. */
  moved(): Promise<void> | undefined {
    if (this.#elapsed() - this.#last < MIN_INTERVAL_MS) return undefined;
    this.#last = this.#elapsed();
    return this.#output.write(stateLine(this.#state.value()));
  }

  /** Writes the last line of the run. */
  async close(): Promise<void> {
    void this.#output.write(stateLine(this.#state.value()))?.catch(() => {});
    this.#output.seal();
    await this.#output.flush();
  }
}
