/**
 * A whole number for people: `12,345`. Done by hand because the first `toLocaleString` loads ICU's data, in 10 to 50
 * ms.
 */
export const formatCount = (count: number): string => String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
