import { ACCESS } from './access.js';
import type { Assumption, Topic } from './assumption.js';
import { BATCHES } from './batches.js';
import { PAGING } from './paging.js';
import { SOCIAL } from './social.js';
import { WINDOWS } from './windows.js';

/** What `probe` asks about, by topic. */
export const TOPICS = [
  { title: 'Statistics by day', assumptions: WINDOWS },
  { title: 'Paging of posts, roles and others', assumptions: PAGING },
  { title: 'Several things in one call', assumptions: BATCHES },
  { title: 'Comments, reactions and videos', assumptions: SOCIAL },
  { title: 'Other organizations, versions, tokens and limits', assumptions: ACCESS },
] as const satisfies readonly Topic[];

export type AssumptionId = (typeof TOPICS)[number]['assumptions'][number]['id'];

export const ASSUMPTIONS: readonly Assumption<AssumptionId>[] = TOPICS.flatMap(
  ({ assumptions }): readonly Assumption<AssumptionId>[] => assumptions,
);
