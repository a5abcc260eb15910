import type { StreamEntry } from './entry.js';
import { FAMILIES } from './families.js';

/** THE table: every stream of the tap, in the order of the catalog. The schema of each is `schemas/<name>.json`. */
export const STREAM_TABLE: readonly StreamEntry[] = FAMILIES.flatMap(({ streams }) => streams);
