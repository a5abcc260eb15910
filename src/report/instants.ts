import { formatDay, formatSecond, isInstant } from '../singer/values.js';

/** Days and instants as the document writes them; null stays null. */
export const dayOf = (ms: number | null): string | null => (ms === null ? null : formatDay(ms));
export const secondOf = (ms: number | null): string | null => (ms === null ? null : formatSecond(ms));
/** Also null for what is not an instant: the end of a token is whatever LinkedIn says. */
export const formatInstant = (ms: number | null): string | null => (isInstant(ms) ? new Date(ms).toISOString() : null);
