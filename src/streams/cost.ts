import { neverComes, type Source } from './entry.js';

/** The number of calls that a kind of source takes. */
export interface Cost {
  /** For a table cell. */
  readonly short: string;
  /** For a page of the documentation. */
  readonly words: string;
}

const WALK = 'and the walk of `posts`';

export function costOf(source: Source): Cost {
  switch (source.kind) {
    case 'roles':
      return {
        short: '1 per 100 roles',
        words: 'one per 100 roles; they are read once per run and shared by all streams',
      };
    case 'batch':
      return {
        short: `1 per ${source.endpoint.size} pages`,
        words: `one per ${source.endpoint.size} organizations (one per organization for an app of the Development tier, which LinkedIn does not allow batches)`,
      };
    case 'organization':
      return { short: '1 per page', words: 'one per organization' };
    case 'benchmark':
      return {
        short: '1 per benchmark page',
        words: `one per page of \`benchmark_organization_ids\`, and one per ${source.names.size} of them for their names; none without that setting`,
      };
    case 'time bound':
      return source.servesEarlier
        ? {
            short: '1 per page',
            words:
              'one per organization, whatever the number of days; on the first run, if `start_date` is more than 12 months ago, one more, plus one for each earlier 12 months that LinkedIn has',
          }
        : { short: '1 per page', words: 'one per organization, whatever the number of days' };
    case 'notifications':
      return {
        short: '1 per 100 notifications',
        words:
          'one per 100 notifications since two days before the bookmark, at least one per organization; if `comments`, `likes` or `reactions` are selected, also their cost for each post that a notification is about',
      };
    case 'posts':
      return {
        short: '1 per 100 posts',
        words:
          'one per 100 posts on the first run and on a full refresh, one on a quiet day; if a stream that follows posts is selected, one per 100 posts changed in the last 12 months, or in `social_window_months` if that is longer',
      };
    case 'post statistics':
      return {
        short: '1 per 20 posts, walk',
        words: `one per 20 posts changed in the last 12 months, counted for each kind of URN, ${WALK}`,
      };
    case 'social metadata':
      return {
        short: '1 per 20 posts, walk',
        words: `one per 20 posts changed in the last 12 months, or in \`social_window_months\`, ${WALK}`,
      };
    case 'post details':
      return {
        short: '1 per changed post, walk',
        words:
          'one per page of 50 for each post whose count has moved (comments: and for each comment with replies), and the cost of `post_social_metadata`',
      };
    case 'videos':
      return { short: '4 per video, walk', words: `four per video changed in the last 12 months, ${WALK}` };
    case 'standardized':
      return { short: '1 per 100 entries', words: 'one per 100 entries' };
    case 'geos':
      return { short: '1 per 50 geos', words: 'one per 50 geos' };
    default:
      return neverComes(source);
  }
}
