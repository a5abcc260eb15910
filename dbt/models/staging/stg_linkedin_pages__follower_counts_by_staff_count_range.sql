{# Made by npm run generate from schemas/follower_counts_by_staff_count_range.json. #}
{{ tap_linkedin_pages.stage(
  'follower_counts_by_staff_count_range',
  keys=['organizationalEntity', 'staffCountRange', 'snapshot_date'],
  columns=[
    ['organizational_entity', 'organizationalEntity', 'text'],
    ['staff_count_range', 'staffCountRange', 'text'],
    ['organization_id', 'organization_id', 'integer'],
    ['organic_follower_count', 'followerCounts.organicFollowerCount', 'integer'],
    ['paid_follower_count', 'followerCounts.paidFollowerCount', 'integer'],
    ['snapshot_date', 'snapshot_date', 'date'],
    ['additional_fields', 'additional_fields', 'json'],
  ]
) }}
