import type { Facts } from '../history.js';
import { daily, monthlyFromDays, periodComparison } from './days.js';
import type { ExpectedMart } from './facts.js';
import { mentions, postHistory, posts, videos } from './posts.js';
import { demographics, followerHistory } from './snapshots.js';

/** The expected contents of each mart, calculated from the sandbox's truth and not by the package's SQL. */
export const MARTS: Readonly<Record<string, (facts: Facts) => ExpectedMart>> = {
  linkedin_pages__daily: daily,
  linkedin_pages__monthly: monthlyFromDays,
  linkedin_pages__posts: posts,
  linkedin_pages__post_history: postHistory,
  linkedin_pages__follower_history: followerHistory,
  linkedin_pages__demographics: demographics,
  linkedin_pages__videos: videos,
  linkedin_pages__mentions: mentions,
  linkedin_pages__period_comparison: periodComparison,
  // The sandbox serves every day, and every day is loaded.
  linkedin_pages__missing_days: () => ({ keys: ['organization_id', 'statistic', 'from_day'], rows: [] }),
};
