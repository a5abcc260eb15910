with shares as (
  select *, cast(time_range_start as date) as day
  from {{ ref('stg_linkedin_pages__share_statistics_time_bound') }}
  where time_granularity = 'DAY'
),

followers as (
  select *, cast(time_range_start as date) as day
  from {{ ref('stg_linkedin_pages__follower_statistics_time_bound') }}
  where time_granularity = 'DAY'
),

visits as (
  select *, cast(time_range_start as date) as day
  from {{ ref('stg_linkedin_pages__page_statistics_time_bound') }}
  where time_granularity = 'DAY'
),

-- If one statistic lacks a day, the values of the others are kept.
spine as (
  select distinct organization_id, day from {{ ref('int_linkedin_pages__days') }}
)

select
  spine.organization_id,
  pages.page,
  spine.day,
  shares.impression_count as impressions,
  shares.unique_impressions_count as reached,
  shares.click_count as clicks,
  shares.like_count as reactions,
  shares.comment_count as comments,
  shares.share_count as shares,
  {{ tap_linkedin_pages.interactions('shares') }} as interactions,
  {{ tap_linkedin_pages.rate(tap_linkedin_pages.interactions('shares'), 'shares.impression_count') }} as engagement_rate,
  followers.organic_follower_gain as followers_gained_organic,
  followers.paid_follower_gain as followers_gained_paid,
  followers.organic_follower_gain + followers.paid_follower_gain as followers_gained,
  visits.all_page_views as page_views,
  visits.all_page_views_unique as page_visitors,
  visits.all_desktop_page_views as desktop_page_views,
  visits.all_mobile_page_views as mobile_page_views
from spine
left join {{ ref('int_linkedin_pages__pages') }} as pages
  on pages.organization_id = spine.organization_id
left join shares
  on shares.organization_id = spine.organization_id and shares.day = spine.day
left join followers
  on followers.organization_id = spine.organization_id and followers.day = spine.day
left join visits
  on visits.organization_id = spine.organization_id and visits.day = spine.day
