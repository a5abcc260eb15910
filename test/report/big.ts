import type { RunFacts } from '../../src/report/run-facts.js';
import { coverDays } from '../../src/sync/outcome/coverage.js';
import type { Stretch } from '../../src/sync/outcome/stretches.js';
import type { RunSummary, StreamSummary } from '../../src/sync/outcome/run-summary.js';
import { urn } from '../support/sandboxes.js';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-22T10:30:00Z');
const TO = Math.floor(NOW / DAY);
const FROM = TO - 365;
const STREAMS = ['follower_statistics_time_bound', 'share_statistics_time_bound', 'page_statistics_time_bound'];

interface Big {
  readonly pages: number;
  /** The days of a page that came; the others of its year did not. */
  readonly came: (page: number) => readonly Stretch[];
  readonly nameOf?: (page: number) => string;
}

/** The facts of an imagined run over many pages. */
export function imagine({ pages, came, nameOf = (page) => `Page of many ${page}` }: Big): RunFacts {
  const organizations = Array.from({ length: pages }, (_, page) => urn(100_000_000 + page));
  const pageOf = (organization: string): number =>
    Number(organization.slice(organization.lastIndexOf(':') + 1)) - 100_000_000;
  const summary: RunSummary = {
    now: NOW,
    seconds: 60,
    span: { startDate: null, endDate: TO * DAY, servedSince: FROM * DAY, lookbackDays: 7, granularity: 'DAY' },
    isComplete: true,
    streams: STREAMS.map(streamOf),
    organizations,
    nameOf: (organization) => nameOf(pageOf(organization)),
    fateOf: () => 'read',
    coverageOf: (_, organization) => {
      const entry = { before: null, asked: { from: FROM, to: TO }, lost: null, came: came(pageOf(organization)) };
      return coverDays({
        entry,
        fate: 'read',
        after: null,
        horizon: { from: FROM, to: TO, due: TO - 2 },
        skipsDays: false,
      });
    },
    bookmarksOf: () => null,
    faults: [],
    calls: {
      total: 1,
      byResource: new Map([['posts', 1]]),
      forTokens: 0,
      retries: 0,
      waitedSeconds: 0,
      max: null,
      maxByResource: new Map(),
    },
    limited: [],
    resumeAfter: null,
    token: { kind: 'access_token', scopes: null, accessTokenEndsAt: null, refreshTokenEndsAt: null },
  };
  return {
    startedAt: NOW,
    endedAt: NOW,
    exitCode: 0,
    tapVersion: '0.0.0',
    nodeVersion: '20.19.0',
    settings: {},
    linkedinVersion: '202609',
    summary,
    faults: [],
  };
}

function streamOf(name: string): StreamSummary {
  return {
    name,
    selectedByDefault: true,
    per: 'organization',
    replication: 'incremental',
    isOfDays: true,
    records: 365,
    calls: 1,
    seconds: 1,
    newestEnd: TO * DAY,
    isFaulty: false,
    failed: 0,
    left: 0,
    notes: new Map(),
  };
}

/** The whole year. */
export const YEAR: Stretch = { from: FROM, to: TO };

/** As many ranges as are kept apart, with a gap of a day between them. */
export const TORN: readonly Stretch[] = Array.from({ length: 32 }, (_, place) => {
  return { from: FROM + place * 11, to: FROM + place * 11 + (place === 31 ? 24 : 10) };
});
