import { MissingScopeError } from '../access/denial.js';
import { lacksScope } from '../linkedin/scopes.js';
import { outcomeOf, type CheckRun } from './run.js';
import type { CheckedStream, Need } from './needs.js';
import { notChecked, type Outcome, type CheckRow } from './row.js';

export interface ScopesQuestion {
  readonly run: CheckRun;
  /** null: LinkedIn has not said. */
  readonly granted: ReadonlySet<string> | null;
}

/** Compares the scopes that the endpoints need with those of the token: one row for each set of alternative scopes. */
export function describeScopes(needs: readonly Need[], { run, granted }: ScopesQuestion): CheckRow[] {
  const wanted = groupByScopes(needs);
  if (granted === null) {
    const why = run.end ? `needs the ${run.end.culprit}` : 'needs client_id and client_secret; see the endpoints';
    return wanted.length === 0 ? [] : [{ kind: 'scope', subject: 'scopes', calls: 0, ...notChecked(why) }];
  }
  return wanted.map(({ scopes, streams }) => ({
    kind: 'scope',
    subject: `scope ${scopes.find((scope) => granted.has(scope)) ?? scopes[0]}`,
    calls: 0,
    streams: streams.map(({ name }) => name),
    ...describeScope({ scopes, streams }, granted),
  }));
}

/** Any one of `scopes` is enough. */
interface Wanted {
  readonly scopes: readonly string[];
  readonly streams: readonly CheckedStream[];
}

function describeScope({ scopes, streams }: Wanted, granted: ReadonlySet<string>): Outcome {
  return lacksScope(scopes, granted)
    ? { ...outcomeOf(new MissingScopeError({ scopes }), streams), found: 'not granted' }
    : { result: 'ok', found: 'granted' };
}

function groupByScopes(needs: readonly Need[]): Wanted[] {
  const groups = new Map<string, { scopes: readonly string[]; streams: Set<CheckedStream> }>();
  for (const { endpoint, streams } of needs) {
    if (endpoint.scopes.length === 0 || streams.length === 0) continue;
    const key = endpoint.scopes.join();
    const group = groups.get(key) ?? { scopes: endpoint.scopes, streams: new Set() };
    for (const stream of streams) group.streams.add(stream);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ scopes, streams }) => ({ scopes, streams: [...streams] }));
}
