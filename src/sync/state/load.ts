import type { Config } from '../../config/config.js';
import { readStateFile } from '../../singer/state-file.js';
import { parseState, State, type ForeignReader, type StateValue } from '../../singer/state.js';
import type { Stream } from '../../streams/entry.js';
import { checkBookmarks } from './check.js';
import { readAirbyteState } from './foreign/airbyte.js';
import { takeSdkState } from './foreign/sdk.js';
import { assignBookmarks } from './foreign/unassigned.js';
import { spellOrganizations } from './organizations.js';
import { checkResume } from './resume-entry.js';

/** What is needed to read a state: all streams of the tap, and the configuration if it has no faults. */
export interface StateSurroundings {
  readonly streams: readonly Stream[];
  readonly config: Pick<Config, 'timeGranularity' | 'organizations'> | undefined;
}

/**
 * Reads the state of a run from the file of `--state`, in any form, of this tap or another. Without a file, nothing is
 * remembered yet.
 *
 * @throws StateError if the file cannot be read, or holds no state or one that cannot be used
 */
export async function loadState(path: string | undefined, surroundings: StateSurroundings): Promise<State> {
  if (path === undefined) return new State();
  return adoptState(await readStateFile(path, foreignReader(surroundings)), surroundings);
}

/** Does the same with the text of such a file. @throws StateError */
export function readStateText(text: string, surroundings: StateSurroundings): State {
  return adoptState(parseState(text, foreignReader(surroundings)), surroundings);
}

const foreignReader =
  ({ config }: StateSurroundings): ForeignReader =>
  (found) =>
    readAirbyteState(found, config?.timeGranularity ?? 'DAY');

function adoptState(value: StateValue, { streams, config }: StateSurroundings): State {
  const state = new State(spellOrganizations(takeSdkState(value, streams), streams));
  checkBookmarks(state, streams);
  checkResume(state);
  assignBookmarks(state, config?.organizations ?? []);
  return state;
}
