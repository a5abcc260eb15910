import type { UnaskedAssumption } from './assumption.js';

/** What the tap assumes and `probe` cannot ask about. */
export const UNASKED: readonly UnaskedAssumption[] = [
  {
    assumed: 'The numbers of a day change for seven days after it, but no longer.',
    usedIn: ['config/interpret.ts', 'sync/window.ts'],
    why: 'It takes weeks. To find out, set a longer `lookback_days` and compare.',
    otherwise: 'Later changes of a day are not read.',
  },
  {
    assumed: 'A post or an edit shows up in the list at most two days late.',
    usedIn: ['sync/posts/runner.ts', 'sync/state/posts.ts'],
    why: 'It takes an edit, and several days.',
    otherwise: 'A post that shows up later is not written until the next full walk (`posts_full_refresh_days`).',
  },
  {
    assumed: 'A post younger than 60 days without statistics has had no activity.',
    usedIn: ['sync/posts/statistics.ts'],
    why: 'Only its author knows whether anybody has seen a post.',
    otherwise: 'Rows have zeros where the numbers are unknown; `is_imputed` marks them.',
  },
  {
    assumed:
      'When comments or reactions change, so do their counts, unless one is added and one removed between two runs.',
    usedIn: ['sync/posts/details.ts'],
    why: 'It takes comments, and several days.',
    otherwise: 'Changes wait for the full sweep (`social_full_refresh_days`).',
  },
  {
    assumed:
      'If a page of a walk comes twice, or 20 in a row bring nothing new and no total says that more remains, the walk would never end.',
    usedIn: ['linkedin/walk-guard.ts'],
    why: 'No such walk has been seen at LinkedIn.',
    otherwise: 'The stream fails for that organization and says where; what came before is written.',
  },
  {
    assumed: 'A missing scope and a missing role look the same.',
    usedIn: ['access/denial.ts', 'sandbox/api/pipeline.ts'],
    why: 'It takes a token without a scope, or a page without a role.',
    otherwise: 'Nothing is lost: the cause could be named without a further call.',
  },
  {
    assumed:
      'A 429 whose text has no DAY is a burst limit, unless it persists or asks for a wait of more than five minutes.',
    usedIn: ['linkedin/classify.ts', 'linkedin/call.ts'],
    why: 'It takes a used-up limit.',
    otherwise: 'It takes `max_tries` calls to recognize a daily limit.',
  },
  {
    assumed: 'Limits are counted by resource, are reset at 00:00 UTC, and count refused calls.',
    usedIn: ['linkedin/gate.ts', 'sync/state/resume.ts', 'sandbox/throttle.ts'],
    why: 'It takes a used-up limit.',
    otherwise: 'Some calls would be made in vain, or held back without need. Nothing is lost.',
  },
  {
    assumed: 'A version that the migrations table does not mention yet ends a year later, in the middle of its month.',
    usedIn: ['linkedin/version.ts'],
    why: 'Only time will tell.',
    otherwise: 'The warning before its end comes some days early or late.',
  },
  {
    assumed: 'A token may be refused for some seconds after a refresh.',
    usedIn: ['linkedin/auth.ts'],
    why: 'It takes a refresh, and luck.',
    otherwise: 'Nothing is lost: the tap waits a few seconds once when a token is really refused.',
  },
  {
    assumed: 'A refresh token whose lifetime is given as 525600 lives for a year.',
    usedIn: ['linkedin/token-endpoint.ts'],
    why: "That number is only in LinkedIn's samples.",
    otherwise: 'There is no warning before it ends.',
  },
  {
    assumed: 'A query of more than 4,000 characters has to be sent in the body of a POST, and is answered like a GET.',
    usedIn: ['linkedin/wire.ts', 'linkedin/call.ts'],
    why: 'The queries of the tap are shorter, including the batches that LinkedIn allows.',
    otherwise: 'A refused batch is halved.',
  },
];
