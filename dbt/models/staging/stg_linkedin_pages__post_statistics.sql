{# Made by npm run generate from schemas/post_statistics.json. #}
{{ tap_linkedin_pages.stage(
  'post_statistics',
  keys=['post', 'snapshot_date'],
  columns=[
    ['post', 'post', 'text'],
    ['organization', 'organization', 'text'],
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
    ['is_imputed', 'is_imputed', 'boolean'],
    ['snapshot_date', 'snapshot_date', 'date'],
    ['additional_fields', 'additional_fields', 'json'],
  ]
) }}
