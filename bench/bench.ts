import { fileURLToPath } from 'node:url';
import { packageRoot } from '../src/package.js';

/** What every section gets. */
export interface Bench {
  /** For config and state files; removed at the end. */
  readonly folder: string;
  readonly quick: boolean;
  /** Reports progress on stderr. */
  readonly note: (text: string) => void;
}

export const TAP = fileURLToPath(new URL('bin/tap-linkedin-pages.js', packageRoot));

/** Arguments of a sync of the six streams to which most limits apply. */
export function syncSixStreams(config: string): string[] {
  return [TAP, '--config', config, '--catalog', fileURLToPath(new URL('catalog/airbyte.json', packageRoot))];
}

/** Concurrent calls, for the tap and the baseline. */
export const CONCURRENCY = 8;
