{# Made by npm run generate from schemas/follower_counts_by_seniority.json. #}
{{ tap_linkedin_pages.stage(
  'follower_counts_by_seniority',
  keys=['organizationalEntity', 'seniority', 'snapshot_date'],
  columns=[
    ['organizational_entity', 'organizationalEntity', 'text'],
    ['seniority', 'seniority', 'text'],
    ['organization_id', 'organization_id', 'integer'],
    ['seniority_name', 'seniority_name', 'text'],
    ['organic_follower_count', 'followerCounts.organicFollowerCount', 'integer'],
    ['paid_follower_count', 'followerCounts.paidFollowerCount', 'integer'],
    ['snapshot_date', 'snapshot_date', 'date'],
    ['additional_fields', 'additional_fields', 'json'],
  ]
) }}
