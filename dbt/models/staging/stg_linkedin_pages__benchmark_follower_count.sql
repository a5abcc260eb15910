{# Made by npm run generate from schemas/benchmark_follower_count.json. #}
{{ tap_linkedin_pages.stage(
  'benchmark_follower_count',
  keys=['organization', 'snapshot_date'],
  columns=[
    ['organization', 'organization', 'text'],
    ['organization_id', 'organization_id', 'integer'],
    ['localized_name', 'localizedName', 'text'],
    ['vanity_name', 'vanityName', 'text'],
    ['first_degree_size', 'firstDegreeSize', 'integer'],
    ['snapshot_date', 'snapshot_date', 'date'],
    ['additional_fields', 'additional_fields', 'json'],
  ]
) }}
