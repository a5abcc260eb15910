/**
 * Divides a whole number by weights into whole numbers that add up to it, by largest remainder; evenly if every weight
 * is 0. Of equal remainders the first wins.
 */
export function apportion(whole: number, weights: readonly number[]): number[] {
  const isEven = weights.every((weight) => weight === 0);
  const parts = weights.map((weight) => (isEven ? 1n : BigInt(weight)));
  const sum = parts.reduce((before, part) => before + part, 0n);
  // BigInt, since the products exceed what a double holds exactly.
  const shares = parts.map((part) => Number((BigInt(whole) * part) / sum));
  const left = whole - shares.reduce((before, share) => before + share, 0);
  const remainders = parts.map((part, place) => ({ place, remainder: (BigInt(whole) * part) % sum }));
  remainders.sort((one, other) => Number(other.remainder - one.remainder) || one.place - other.place);
  for (const { place } of remainders.slice(0, left)) shares[place]! += 1;
  return shares;
}
