{# Made by npm run generate from schemas/video_statistics.json. #}
{{ tap_linkedin_pages.stage(
  'video_statistics',
  keys=['entity', 'statistics_type', 'time_range_start'],
  columns=[
    ['entity', 'entity', 'text'],
    ['statistics_type', 'statistics_type', 'text'],
    ['time_range_start', 'time_range_start', 'timestamp'],
    ['time_range_end', 'time_range_end', 'timestamp'],
    ['post', 'post', 'text'],
    ['organization', 'organization', 'text'],
    ['organization_id', 'organization_id', 'integer'],
    ['value', 'value', 'integer'],
    ['time_granularity', 'time_granularity', 'text'],
    ['additional_fields', 'additional_fields', 'json'],
  ]
) }}
