{{ config(alias='time_bound_follower_statistics', enabled=tap_linkedin_pages.makes('keboola')) }}

select
  organizational_entity as "organizationalEntity",
  {{ tap_linkedin_pages.midnight('time_range_start') }} as "timeRange_start",
  {{ tap_linkedin_pages.midnight('time_range_end') }} as "timeRange_end",
  organic_follower_gain as "organicFollowerGain",
  paid_follower_gain as "paidFollowerGain"
from {{ ref('stg_linkedin_pages__follower_statistics_time_bound') }}
