/** A table of Keboola's extractor: LinkedIn's answer, flattened with `_` between names. */
export interface KeboolaTable {
  readonly stream: string;
  readonly keys: readonly string[];
  /** An object in the answer whose fields become columns without its name. */
  readonly opened?: string;
  /** A field that has another name in the table. */
  readonly renamed?: Readonly<Record<string, string>>;
}

const FACETS = { association_type: 'associationType', function: 'function', geo: 'geo', geo_country: 'geo' } as const;
const MORE = { industry: 'industry', seniority: 'seniority', staff_count_range: 'staffCountRange' } as const;
const SERIES = ['timeRange_start', 'timeRange_end'];

const followers = Object.entries({ ...FACETS, ...MORE }).map(([facet, column]): [string, KeboolaTable] => [
  `follower_counts_by_${facet}`,
  {
    stream: `follower_counts_by_${facet}`,
    keys: ['organizationalEntity', column],
    opened: 'followerCounts',
  },
]);

const { association_type: _, ...VISITED } = { ...FACETS, ...MORE, targeted_content: 'targetedContent' };

const visits = Object.entries(VISITED).map(([facet, column]): [string, KeboolaTable] => {
  const stream = `page_statistics_by_${facet}`;
  if (facet !== 'industry') return [stream, { stream, keys: ['organization', column] }];
  return [`${stream}_v2`, { stream, keys: ['organization', 'industryV2'], renamed: { industry: 'industryV2' } }];
});

const standardized = ['functions', 'industries', 'seniorities', 'countries', 'regions'].map(
  (stream): [string, KeboolaTable] => [stream, { stream, keys: ['id'] }],
);

/** The tables that its code creates, with the keys that it declares. */
export const KEBOOLA: Readonly<Record<string, KeboolaTable>> = {
  organizations: { stream: 'organization_lookup', keys: ['id'], renamed: { $URN: 'URN' } },
  ...Object.fromEntries([...followers, ...visits, ...standardized]),
  time_bound_follower_statistics: {
    stream: 'follower_statistics_time_bound',
    keys: ['organizationalEntity', ...SERIES],
    opened: 'followerGains',
  },
  total_share_statistics: {
    stream: 'share_statistics',
    keys: ['organizationalEntity'],
    opened: 'totalShareStatistics',
  },
  time_bound_share_statistics: {
    stream: 'share_statistics_time_bound',
    keys: ['organizationalEntity', ...SERIES],
    opened: 'totalShareStatistics',
  },
  total_page_statistics: { stream: 'page_statistics', keys: ['organization'] },
  time_bound_page_statistics: { stream: 'page_statistics_time_bound', keys: ['organization', ...SERIES] },
  posts: { stream: 'posts', keys: ['id'] },
  comments: { stream: 'comments', keys: ['id'] },
  likes: { stream: 'likes', keys: ['URN'], renamed: { $URN: 'URN' } },
};
