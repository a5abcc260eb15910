import { DAY } from '../days.js';
import { countWhile } from '../posts/times.js';

/** Comments and reactions come within a month of the post, most of them early. */
const SPAN = 30 * DAY;

/** When comment or reaction `number` out of `of` arrives; in closed form. */
export function computeArrival(start: number, number: number, of: number): number {
  return start + Math.ceil(SPAN * ((number + 1) / (of + 1)) ** 2);
}

/** How many have arrived by `now`. */
export function countArrivals(start: number, of: number, now: number): number {
  return countWhile(of, (number) => computeArrival(start, number, of) <= now);
}
