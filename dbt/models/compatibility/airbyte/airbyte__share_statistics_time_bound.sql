{{ config(alias='share_statistics_time_bound', enabled=tap_linkedin_pages.makes('airbyte')) }}

select
  organizational_entity as "organizationalEntity",
  {{ tap_linkedin_pages.json_object({}) }} as "timeRange",
  {{ tap_linkedin_pages.epoch_ms('time_range_start') }} as "timeRangeStart",
  {{ tap_linkedin_pages.epoch_ms('time_range_end') }} as "timeRangeEnd",
  {{ tap_linkedin_pages.json_object({
    'clickCount': 'click_count',
    'commentCount': 'comment_count',
    'engagement': 'engagement',
    'impressionCount': 'impression_count',
    'likeCount': 'like_count',
    'shareCount': 'share_count',
    'uniqueImpressionsCount': 'unique_impressions_count'
  }) }} as "totalShareStatistics"
from {{ ref('stg_linkedin_pages__share_statistics_time_bound') }}
