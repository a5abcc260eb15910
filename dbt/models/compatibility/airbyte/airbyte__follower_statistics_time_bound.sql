{{ config(alias='follower_statistics_time_bound', enabled=tap_linkedin_pages.makes('airbyte')) }}

select
  {{ tap_linkedin_pages.json_object({
    'organicFollowerGain': 'organic_follower_gain',
    'paidFollowerGain': 'paid_follower_gain'
  }) }} as "followerGains",
  organizational_entity as "organizationalEntity",
  {{ tap_linkedin_pages.json_object({}) }} as "timeRange",
  {{ tap_linkedin_pages.epoch_ms('time_range_start') }} as "timeRangeStart",
  {{ tap_linkedin_pages.epoch_ms('time_range_end') }} as "timeRangeEnd"
from {{ ref('stg_linkedin_pages__follower_statistics_time_bound') }}
