import { formatDay, formatSecond, isInstant } from '../singer/values.js';

/** As the document has days and instants; null stays null. */
export const dayOf = (ms: number | null): string | null => (ms === null ? null : formatDay(ms));
export const secondOf = (ms: number | null): string | null => (ms === null ? null : formatSecond(ms));
/** Null as well for what is no instant: how long a token lives is LinkedIn's word. */
export const formatInstant = (ms: number | null): string | null => (isInstant(ms) ? new Date(ms).toISOString() : null);
