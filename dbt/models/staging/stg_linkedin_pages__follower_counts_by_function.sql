{# Made by npm run generate from schemas/follower_counts_by_function.json. #}
{{ tap_linkedin_pages.stage(
  'follower_counts_by_function',
  keys=['organizationalEntity', 'function', 'snapshot_date'],
  columns=[
    ['organizational_entity', 'organizationalEntity', 'text'],
    ['function', 'function', 'text'],
    ['organization_id', 'organization_id', 'integer'],
    ['function_name', 'function_name', 'text'],
    ['organic_follower_count', 'followerCounts.organicFollowerCount', 'integer'],
    ['paid_follower_count', 'followerCounts.paidFollowerCount', 'integer'],
    ['snapshot_date', 'snapshot_date', 'date'],
    ['additional_fields', 'additional_fields', 'json'],
  ]
) }}
