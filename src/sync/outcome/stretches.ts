import { DAY_MS } from '../../clock.js';

/** Consecutive days, as numbers of UTC days since 1970, `to` excluded. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Further ones are merged into the last, so that what a run remembers of a page is bounded. */
const MOST_STRETCHES = 32;

/** Days that came, merged into stretches without gaps, in order. */
export class StretchList {
  #bounds: readonly number[] = [];

  add(stretches: readonly Stretch[]): void {
    if (stretches.length > 0) this.#bounds = boundsOf(unite([...this.list(), ...stretches]));
  }

  list(): Stretch[] {
    const stretches: Stretch[] = [];
    for (let place = 0; place < this.#bounds.length; place += 2) {
      stretches.push({ from: this.#bounds[place]!, to: this.#bounds[place + 1]! });
    }
    return stretches;
  }
}

/** Merges what touches or overlaps; the result is in order. */
export function unite(stretches: readonly Stretch[]): Stretch[] {
  const united: { from: number; to: number }[] = [];
  for (const { from, to } of stretches.toSorted((one, other) => one.from - other.from)) {
    if (from >= to) continue;
    const last = united.at(-1);
    if (last && (from <= last.to || united.length === MOST_STRETCHES)) last.to = Math.max(last.to, to);
    else united.push({ from, to });
  }
  return united;
}

/** The parts of a stretch that are in none of the others, which are in order. */
export function without({ from, to }: Stretch, others: readonly Stretch[]): Stretch[] {
  const left: Stretch[] = [];
  let next = from;
  for (const other of others) {
    if (other.from > next) left.push({ from: next, to: Math.min(other.from, to) });
    next = Math.max(next, other.to);
  }
  left.push({ from: next, to });
  return left.filter((stretch) => stretch.from < stretch.to);
}

/** The part that two stretches have in common; null: none. */
export function common(one: Stretch, other: Stretch): Stretch | null {
  const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)];
  return from < to ? { from, to } : null;
}

/** A span of instants (epoch milliseconds) as days. */
export function toStretch({ start, end }: { start: number; end: number }): Stretch {
  return { from: Math.round(start / DAY_MS), to: Math.round(end / DAY_MS) };
}

const boundsOf = (stretches: readonly Stretch[]): number[] => stretches.flatMap(({ from, to }) => [from, to]);
