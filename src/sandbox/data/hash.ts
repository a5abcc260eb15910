/** Hashes integers to an unsigned 32-bit integer. All made-up data is computed from such hashes; none is stored. */
export function hash(...parts: readonly number[]): number {
  let state = 0x9e3779b9;
  for (const part of parts) state = scramble(state ^ Math.imul(part, 0x85ebca6b)) + 0x9e3779b9;
  return scramble(state) >>> 0;
}

/** A stream of numbers in [0, 1), the same for the same start. */
export function createDraw(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    return (scramble(state) >>> 0) / 2 ** 32;
  };
}

/** The finalizer of MurmurHash3. */
function scramble(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** A shuffled copy, the same for the same start. */
export function shuffle<Item>(items: readonly Item[], start: number): Item[] {
  const draw = createDraw(start);
  return items
    .map((item) => ({ item, place: draw() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}

/** One of the items, the same for the same hash. */
export function pick<Item>(items: readonly [Item, ...Item[]], by: number): Item {
  return items[by % items.length] ?? items[0];
}
