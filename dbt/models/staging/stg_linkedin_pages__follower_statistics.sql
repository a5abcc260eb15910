{# Made by npm run generate from schemas/follower_statistics.json. #}
{{ tap_linkedin_pages.stage(
  'follower_statistics',
  keys=['organizationalEntity', 'snapshot_date'],
  columns=[
    ['organizational_entity', 'organizationalEntity', 'text'],
    ['organization_id', 'organization_id', 'integer'],
    ['follower_counts_by_association_type', 'followerCountsByAssociationType', 'json'],
    ['follower_counts_by_seniority', 'followerCountsBySeniority', 'json'],
    ['follower_counts_by_function', 'followerCountsByFunction', 'json'],
    ['follower_counts_by_industry', 'followerCountsByIndustry', 'json'],
    ['follower_counts_by_staff_count_range', 'followerCountsByStaffCountRange', 'json'],
    ['follower_counts_by_geo_country', 'followerCountsByGeoCountry', 'json'],
    ['follower_counts_by_geo', 'followerCountsByGeo', 'json'],
    ['snapshot_date', 'snapshot_date', 'date'],
    ['additional_fields', 'additional_fields', 'json'],
  ]
) }}
