import { remember } from '../../remember.js';
import type { State } from '../../singer/state.js';
import { BucketBookmarks, END, readInstant } from '../state/buckets.js';
import type { Resume } from '../state/resume.js';
import type { PlannedStream } from '../stream.js';
import { planWindow, type WindowQuestion } from '../window.js';
import type { Ledger, Opening } from './ledger.js';
import { toStretch } from './stretches.js';

export interface LedgerScope {
  readonly streams: readonly PlannedStream[];
  readonly organizations: readonly string[];
  readonly state: State;
  readonly resume: Resume;
  /** The span of days that time-bound streams read. */
  readonly span: Omit<WindowQuestion, 'bookmark'>;
}

/** Notes what there is to read of each organization, before anything is asked for. */
export function openLedger(ledger: Ledger, { streams, organizations, state, resume, span }: LedgerScope): void {
  const own = streams.filter(({ source }) => source.per === 'organization' || source.per === 'post');
  ledger.open(
    organizations,
    own.map(({ name }) => name),
  );
  for (const stream of own) {
    const { name } = stream;
    const bookmarkOf = bookmarkReader(stream, { state, span });
    // Pages with the same bookmark share an opening.
    const openingAt = remember((before: number | null) => openPage(stream, { before, span }));
    for (const organization of organizations) {
      const opening = bookmarkOf && openingAt(bookmarkOf(organization));
      if (opening) ledger.begin(name, opening);
      if (resume.isDone(name, organization)) ledger.settle({ stream: name, organization, fate: 'read earlier' });
      else if (opening && isOfBuckets(stream) && !opening.asked) {
        ledger.settle({ stream: name, organization, fate: 'read' });
      }
    }
  }
}

function openPage(
  stream: PlannedStream,
  { before, span }: { before: number | null; span: LedgerScope['span'] },
): Opening {
  if (!isOfDays(stream)) return { before, asked: null, lost: null };
  const bookmark = stream.ignoreBookmark ? null : before;
  const granularity = granularityOf(stream, span);
  const { window, lostDays } = planWindow({ ...span, granularity, bookmark });
  // Without a bookmark or start_date, all that LinkedIn has is wanted, so nothing is lost.
  const wanted = bookmark ?? span.startDate;
  return {
    before,
    asked: window && toStretch(window),
    lost: lostDays > 0 && wanted !== null ? toStretch({ start: wanted, end: span.servedSince }) : null,
  };
}

/** Whether the stream has a record for each day or month. */
export const isOfDays = ({ replication }: Pick<PlannedStream, 'replication'>): boolean =>
  replication.kind === 'incremental' && replication.key === END;

/** Whether the stream takes a call for each page, which is skipped if no day is left. */
const isOfBuckets = ({ source }: PlannedStream): boolean => source.kind === 'time bound';

/** `video_statistics` has days whatever the setting. */
const granularityOf = ({ source }: PlannedStream, { granularity }: LedgerScope['span']): 'DAY' | 'MONTH' =>
  source.kind === 'videos' ? 'DAY' : granularity;

/**
 * Returns a function that reads the stream's bookmarks: epoch milliseconds, null if an organization has none.
 * undefined: the stream keeps none.
 */
export function bookmarkReader(
  stream: PlannedStream,
  { state, span }: Pick<LedgerScope, 'state' | 'span'>,
): ((organization: string) => number | null) | undefined {
  const { name, replication } = stream;
  if (replication.kind !== 'incremental') return undefined;
  if (replication.key === END) {
    const bookmarks = new BucketBookmarks(state, granularityOf(stream, span));
    return (organization) => bookmarks.get(name, organization);
  }
  return (organization) => readInstant(state.bookmark(name, organization)?.[replication.key]);
}
