/** Gathers items by kind and passes them on in full batches, so that no call carries fewer than it could. */
export class Batcher<Item> {
  readonly #size: number;
  readonly #kindOf: (item: Item) => string;
  readonly #pending = new Map<string, Item[]>();

  constructor(size: number, kindOf: (item: Item) => string = () => '') {
    this.#size = size;
    this.#kindOf = kindOf;
  }

  /** Adds items and returns the batches that are now full. */
  add(items: Iterable<Item>): Item[][] {
    const full: Item[][] = [];
    for (const item of items) {
      const kind = this.#kindOf(item);
      const batch = this.#pending.get(kind) ?? [];
      batch.push(item);
      this.#pending.set(kind, batch);
      if (batch.length < this.#size) continue;
      full.push(batch);
      this.#pending.delete(kind);
    }
    return full;
  }

  /** Returns what is left. */
  rest(): Item[][] {
    const batches = [...this.#pending.values()];
    this.#pending.clear();
    return batches;
  }
}
