import type { Known, TrueRow } from './known.js';
import { PAGE_TRUTH } from './pages.js';
import { POST_TRUTH } from './posts.js';
import { STANDARDIZED_TRUTH } from './standardized.js';

const TRUTH = { ...PAGE_TRUTH, ...POST_TRUTH, ...STANDARDIZED_TRUTH };

/** Every row that a stream should have once everything that LinkedIn serves has been read. */
export function trueRows(stream: string, known: Known): TrueRow[] {
  const tell = TRUTH[stream];
  if (!tell) throw new Error(`Nobody has said what is true of ${stream}.`);
  return tell(known);
}
