{{ config(alias='time_bound_share_statistics', enabled=tap_linkedin_pages.makes('keboola')) }}

select
  organizational_entity as "organizationalEntity",
  {{ tap_linkedin_pages.midnight('time_range_start') }} as "timeRange_start",
  {{ tap_linkedin_pages.midnight('time_range_end') }} as "timeRange_end",
  impression_count as "impressionCount",
  unique_impressions_count as "uniqueImpressionsCount",
  click_count as "clickCount",
  like_count as "likeCount",
  comment_count as "commentCount",
  share_count as "shareCount",
  engagement as "engagement",
  share_mentions_count as "shareMentionsCount",
  comment_mentions_count as "commentMentionsCount"
from {{ ref('stg_linkedin_pages__share_statistics_time_bound') }}
