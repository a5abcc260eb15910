{# Made by npm run generate from schemas/follower_statistics_time_bound.json. #}
{{ tap_linkedin_pages.stage(
  'follower_statistics_time_bound',
  keys=['organizationalEntity', 'time_range_start', 'time_range_end'],
  columns=[
    ['organizational_entity', 'organizationalEntity', 'text'],
    ['time_range_start', 'time_range_start', 'timestamp'],
    ['time_range_end', 'time_range_end', 'timestamp'],
    ['organization_id', 'organization_id', 'integer'],
    ['organic_follower_gain', 'followerGains.organicFollowerGain', 'integer'],
    ['paid_follower_gain', 'followerGains.paidFollowerGain', 'integer'],
    ['time_granularity', 'time_granularity', 'text'],
    ['additional_fields', 'additional_fields', 'json'],
  ]
) }}
