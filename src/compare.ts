/** The order of two texts by their code units, the same everywhere, as `sort` takes it. */
export const compareTexts = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
