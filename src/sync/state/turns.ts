import { compareTexts } from '../../compare.js';

/**
 * When the organizations last had their turn in a group of streams that share their calls. Within one run, places in a
 * line tell that; if several shards go on with each other's lines, only the days tell who has waited longest.
 */
export interface Turns {
  readonly streams: readonly string[];
  /** Organizations by the UTC day of their last turn. */
  readonly days: Readonly<Record<string, readonly string[]>>;
}

/** The day of each organization's last turn. */
export type LastTurns = ReadonlyMap<string, string>;

/** The last turns in the groups that have any of these streams. */
export function lastTurns(turns: readonly Turns[], streams: readonly string[]): Map<string, string> {
  const last = new Map<string, string>();
  for (const { streams: others, days } of turns) {
    if (!others.some((stream) => streams.includes(stream))) continue;
    for (const [day, organizations] of Object.entries(days)) {
      for (const organization of organizations) {
        if (day > (last.get(organization) ?? '')) last.set(organization, day);
      }
    }
  }
  return last;
}

export function toTurns(streams: readonly string[], last: LastTurns): Turns {
  const days = new Map<string, string[]>();
  for (const [organization, day] of last) {
    const list = days.get(day);
    if (list) list.push(organization);
    else days.set(day, [organization]);
  }
  const sorted = [...days].sort(byKey).map(([day, organizations]) => [day, organizations.toSorted()]);
  return { streams, days: Object.fromEntries(sorted) as Turns['days'] };
}

/** Merges turns into one group for each set of streams. */
export function uniteTurns(turns: readonly Turns[]): readonly Turns[] {
  const groups = new Map<string, Turns[]>();
  for (const each of turns) {
    const key = each.streams.toSorted().join(' ');
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups].sort(byKey).map(([key, group]) => toTurns(key.split(' '), lastTurns(group, key.split(' '))));
}

const byKey = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  compareTexts(one, other);
