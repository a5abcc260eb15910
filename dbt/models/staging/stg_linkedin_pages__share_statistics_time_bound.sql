{# Made by npm run generate from schemas/share_statistics_time_bound.json. #}
{{ tap_linkedin_pages.stage(
  'share_statistics_time_bound',
  keys=['organizationalEntity', 'time_range_start', 'time_range_end'],
  columns=[
    ['organizational_entity', 'organizationalEntity', 'text'],
    ['time_range_start', 'time_range_start', 'timestamp'],
    ['time_range_end', 'time_range_end', 'timestamp'],
    ['organization_id', 'organization_id', 'integer'],
    ['impression_count', 'totalShareStatistics.impressionCount', 'integer'],
    ['unique_impressions_count', 'totalShareStatistics.uniqueImpressionsCount', 'integer'],
    ['click_count', 'totalShareStatistics.clickCount', 'integer'],
    ['like_count', 'totalShareStatistics.likeCount', 'integer'],
    ['comment_count', 'totalShareStatistics.commentCount', 'integer'],
    ['share_count', 'totalShareStatistics.shareCount', 'integer'],
    ['engagement', 'totalShareStatistics.engagement', 'number'],
    ['share_mentions_count', 'totalShareStatistics.shareMentionsCount', 'integer'],
    ['comment_mentions_count', 'totalShareStatistics.commentMentionsCount', 'integer'],
    ['time_granularity', 'time_granularity', 'text'],
    ['additional_fields', 'additional_fields', 'json'],
  ]
) }}
