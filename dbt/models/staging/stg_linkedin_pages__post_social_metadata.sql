{# Made by npm run generate from schemas/post_social_metadata.json. #}
{{ tap_linkedin_pages.stage(
  'post_social_metadata',
  keys=['post', 'snapshot_date'],
  columns=[
    ['post', 'post', 'text'],
    ['organization', 'organization', 'text'],
    ['organization_id', 'organization_id', 'integer'],
    ['entity', 'entity', 'text'],
    ['reaction_summaries', 'reactionSummaries', 'json'],
    ['reaction_count', 'reaction_count', 'integer'],
    ['comment_summary_count', 'commentSummary.count', 'integer'],
    ['comment_summary_top_level_count', 'commentSummary.topLevelCount', 'integer'],
    ['comments_state', 'commentsState', 'text'],
    ['snapshot_date', 'snapshot_date', 'date'],
    ['additional_fields', 'additional_fields', 'json'],
  ]
) }}
