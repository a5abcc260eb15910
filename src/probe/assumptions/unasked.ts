import type { UnaskedAssumption } from './assumption.js';

/** What the tap takes for granted and `probe` cannot ask about. */
export const UNASKED: readonly UnaskedAssumption[] = [
  {
    assumed: 'The numbers of a day change for seven days after it, and no longer.',
    usedIn: ['config/interpret.ts', 'sync/window.ts'],
    why: 'It takes weeks. Set `lookback_days` longer, and compare.',
    otherwise: 'Later changes of a day are not read.',
  },
  {
    assumed: 'A post or an edit shows in the list two days late at most.',
    usedIn: ['sync/posts/runner.ts', 'sync/state/posts.ts'],
    why: 'It takes an edit, and days.',
    otherwise: 'A post that shows later is not written before the next full walk (`posts_full_refresh_days`).',
  },
  {
    assumed: 'A post younger than 60 days that has no statistics has had no activity.',
    usedIn: ['sync/posts/statistics.ts'],
    why: 'Whether anybody has seen a post, only its author knows.',
    otherwise: 'Zeros would stand where numbers are not known; `is_imputed` marks them.',
  },
  {
    assumed: 'Comments and reactions change together with their counts, a swap between two runs apart.',
    usedIn: ['sync/posts/details.ts'],
    why: 'It takes comments, and days.',
    otherwise: 'Changes wait for the full sweep (`social_full_refresh_days`).',
  },
  {
    assumed: 'A page that comes twice, or 20 empty pages in a row without a total, are a walk without an end.',
    usedIn: ['linkedin/walk-guard.ts'],
    why: 'No such walk has been seen at LinkedIn.',
    otherwise: 'The stream of that page fails, and says at which page; what came is out.',
  },
  {
    assumed: 'A missing scope and a missing role look alike.',
    usedIn: ['access/denial.ts', 'sandbox/api/pipeline.ts'],
    why: 'It takes a token without a scope, or a page without a role.',
    otherwise: 'Nothing is lost. The cause that is named could be told without a further call.',
  },
  {
    assumed: 'A 429 whose text has no DAY is a burst, unless it lasts or asks for more than five minutes.',
    usedIn: ['linkedin/classify.ts', 'linkedin/call.ts'],
    why: 'It takes a limit that is used up.',
    otherwise: 'A daily limit takes `max_tries` calls before it is taken for one.',
  },
  {
    assumed: 'Limits are counted by resource, start anew at 00:00 UTC, and count refused calls.',
    usedIn: ['linkedin/gate.ts', 'sync/state/resume.ts', 'sandbox/throttle.ts'],
    why: 'It takes a limit that is used up.',
    otherwise: 'Calls would be spent, or saved, that need not be. Nothing is lost.',
  },
  {
    assumed: 'A version of which the migrations table says nothing yet ends in the middle of its month a year later.',
    usedIn: ['linkedin/version.ts'],
    why: 'Only time tells.',
    otherwise: 'The warning before the end comes some days early or late.',
  },
  {
    assumed: 'A token that was just refreshed may be refused for some seconds.',
    usedIn: ['linkedin/auth.ts'],
    why: 'It takes a refresh, and luck.',
    otherwise: 'Nothing: one wait of a few seconds where a token is really refused.',
  },
  {
    assumed: 'A refresh token whose life is told as 525600 lives for a year.',
    usedIn: ['linkedin/token-endpoint.ts'],
    why: "It is in LinkedIn's samples only.",
    otherwise: 'The warning before its end does not come.',
  },
  {
    assumed:
      'A query of more than 4,000 characters has to go into the body of a POST, and is answered there like a GET.',
    usedIn: ['linkedin/wire.ts', 'linkedin/call.ts'],
    why: 'The queries of the tap are shorter, batches that LinkedIn allows included.',
    otherwise: 'A batch that is refused is halved.',
  },
];
