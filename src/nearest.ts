import leven from 'leven';

/** Longer names are compared by their first characters: the work grows with the square of the length. */
const LONGEST_COMPARED = 100;

/** The known name that is the fewest edits away; undefined if no names are known. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const from = name.slice(0, LONGEST_COMPARED);
  let best: string | undefined;
  let fewest = Infinity;
  for (const candidate of known) {
    const edits = leven(from, candidate);
    if (edits < fewest) [best, fewest] = [candidate, edits];
  }
  return best;
}
