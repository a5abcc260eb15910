{{ config(alias='total_share_statistics', enabled=tap_linkedin_pages.makes('keboola')) }}

select
  organizational_entity as "organizationalEntity",
  impression_count as "impressionCount",
  unique_impressions_count as "uniqueImpressionsCount",
  click_count as "clickCount",
  like_count as "likeCount",
  comment_count as "commentCount",
  share_count as "shareCount",
  engagement as "engagement",
  share_mentions_count as "shareMentionsCount",
  comment_mentions_count as "commentMentionsCount"
from {{ tap_linkedin_pages.newest_snapshot('stg_linkedin_pages__share_statistics') }} as newest
