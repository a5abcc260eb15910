{# Made by npm run generate from schemas/share_statistics.json. #}
{{ tap_linkedin_pages.stage(
  'share_statistics',
  keys=['organizationalEntity', 'snapshot_date'],
  columns=[
    ['organizational_entity', 'organizationalEntity', 'text'],
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
    ['snapshot_date', 'snapshot_date', 'date'],
    ['additional_fields', 'additional_fields', 'json'],
  ]
) }}
