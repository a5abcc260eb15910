import type { StreamEntry } from './entry.js';
import { FAMILIES } from './families.js';

/** The table of all streams of the tap, in catalog order. The schema of each is `schemas/<name>.json`. */
export const STREAM_TABLE: readonly StreamEntry[] = FAMILIES.flatMap(({ streams }) => streams);
