/** Compares two texts by their code units, for `sort`: the same order everywhere. */
export const compareTexts = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
