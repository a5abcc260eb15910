import type { Source } from '../../streams/entry.js';
import type { FaultHandler } from '../faults.js';
import type { ItemFaults } from '../items.js';
import type { PlannedStream } from '../stream.js';

/** Takes the posts of one organization, or facts about them, as a walk yields them. */
export interface Reader<Item> {
  take(items: readonly Item[]): Promise<void>;
  /** The walk is over. */
  finish(): Promise<void>;
}

/** A reader whose fault ends only itself: the walk and the other followers go on. */
export class Follower<Item> {
  readonly streams: readonly PlannedStream[];
  /** Posts last changed before this are not followed. Epoch milliseconds. */
  readonly since: number;
  readonly #reader: Reader<Item>;
  readonly #faults: FaultHandler;
  readonly #source: Source;
  readonly #organization: string;
  readonly #items: ItemFaults;
  #failed = false;

  constructor(options: {
    source: Source;
    streams: readonly PlannedStream[];
    since: number;
    reader: Reader<Item>;
    faults: FaultHandler;
    organization: string;
    /** Faults of single posts. */
    items: ItemFaults;
  }) {
    this.#source = options.source;
    this.streams = options.streams;
    this.since = options.since;
    this.#reader = options.reader;
    this.#faults = options.faults;
    this.#organization = options.organization;
    this.#items = options.items;
  }

  async take(items: readonly Item[]): Promise<void> {
    await this.#guard(() => this.#reader.take(items));
  }

  async finish(): Promise<void> {
    await this.#guard(async () => {
      await this.#reader.finish();
      this.#items.close();
      if (this.#items.hasAnswer) this.#faults.passed(this.#source);
    });
  }

  async #guard(work: () => Promise<void>): Promise<void> {
    if (this.#failed) return;
    try {
      await work();
    } catch (error) {
      this.#failed = true;
      const organizations = [this.#organization];
      await this.#faults.settle({ source: this.#source, streams: this.streams, organizations, error });
    }
  }
}
