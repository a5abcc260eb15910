/** How long something may be stored. */
export interface StorageRule {
  /** LinkedIn's kind of data, in our words. */
  readonly data: string;
  readonly count: number;
  readonly unit: 'hours' | 'months';
}

/**
 * LinkedIn's rules for storing data from its API (learn.microsoft.com/linkedin/marketing/data-storage). Which rule
 * applies to a stream is our interpretation.
 */
export const STORAGE_RULES = {
  reporting: { data: 'administrative and reporting data of a page', count: 12, unit: 'months' },
  'own activity': { data: "a page's own social activity", count: 6, unit: 'months' },
  'members’ activity': { data: "members' social activity", count: 48, unit: 'hours' },
  'members’ data': { data: "other members' data", count: 24, unit: 'hours' },
} as const satisfies Readonly<Record<string, StorageRule>>;

export type Storage = keyof typeof STORAGE_RULES;

/** For instance `48 hours: members' social activity`; null: no rule. */
export function describeStorage(storage: Storage | null): string {
  if (storage === null) return 'no rule: it is not about a page or a member';
  const { data, count, unit } = STORAGE_RULES[storage];
  return `${count} ${unit}: ${data}`;
}
