import { DAY } from '../days.js';
import { countWhile } from '../posts/times.js';

/** Comments and reactions come within a month of their post, most of them soon. */
const SPAN = 30 * DAY;

/** When the one with that number, of so many, comes; a closed form. */
export function computeArrival(start: number, number: number, of: number): number {
  return start + Math.ceil(SPAN * ((number + 1) / (of + 1)) ** 2);
}

/** How many of them have come. */
export function countArrivals(start: number, of: number, now: number): number {
  return countWhile(of, (number) => computeArrival(start, number, of) <= now);
}
