{# Made by npm run generate from schemas/follower_counts_by_geo.json. #}
{{ tap_linkedin_pages.stage(
  'follower_counts_by_geo',
  keys=['organizationalEntity', 'geo', 'snapshot_date'],
  columns=[
    ['organizational_entity', 'organizationalEntity', 'text'],
    ['geo', 'geo', 'text'],
    ['organization_id', 'organization_id', 'integer'],
    ['geo_name', 'geo_name', 'text'],
    ['organic_follower_count', 'followerCounts.organicFollowerCount', 'integer'],
    ['paid_follower_count', 'followerCounts.paidFollowerCount', 'integer'],
    ['snapshot_date', 'snapshot_date', 'date'],
    ['additional_fields', 'additional_fields', 'json'],
  ]
) }}
