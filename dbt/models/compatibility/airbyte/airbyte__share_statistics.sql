{{ config(alias='share_statistics', enabled=tap_linkedin_pages.makes('airbyte')) }}

select
  organizational_entity as "organizationalEntity",
  {{ tap_linkedin_pages.json_object({
    'clickCount': 'click_count',
    'commentCount': 'comment_count',
    'engagement': 'engagement',
    'impressionCount': 'impression_count',
    'likeCount': 'like_count',
    'shareCount': 'share_count',
    'uniqueImpressionsCount': 'unique_impressions_count',
    'commentMentionsCount': 'comment_mentions_count',
    'shareMentionsCount': 'share_mentions_count'
  }) }} as "totalShareStatistics"
from {{ tap_linkedin_pages.newest_snapshot('stg_linkedin_pages__share_statistics') }} as newest
