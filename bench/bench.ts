import { fileURLToPath } from 'node:url';
import { packageRoot } from '../src/package.js';

/** What every section works with. */
export interface Bench {
  /** For config and state files; removed at the end. */
  readonly folder: string;
  readonly quick: boolean;
  /** Says what is being measured, on stderr. */
  readonly note: (text: string) => void;
}

export const TAP = fileURLToPath(new URL('bin/tap-linkedin-pages.js', packageRoot));

/** Arguments of a sync of the six streams that most limits speak of. */
export function syncSixStreams(config: string): string[] {
  return [TAP, '--config', config, '--catalog', fileURLToPath(new URL('catalog/airbyte.json', packageRoot))];
}

/** Calls under way at once, for the tap and what it is compared with. */
export const CONCURRENCY = 8;
