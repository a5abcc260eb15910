{%- set metrics = {
  'video_views': 'VIDEO_VIEW', 'viewers': 'VIEWER', 'watched_ms': 'TIME_WATCHED',
  'watched_for_views_ms': 'TIME_WATCHED_FOR_VIDEO_VIEWS'
} -%}
with days as (
  select
    post,
    organization_id,
    cast(time_range_start as date) as day
    {%- for name, metric in metrics.items() %},
    cast(sum(case when statistics_type = '{{ metric }}' then value end) as bigint) as {{ name }}
    {%- endfor %}
  from {{ ref('stg_linkedin_pages__video_statistics') }}
  where time_granularity = 'DAY'
  group by post, organization_id, cast(time_range_start as date)
)

select
  days.post,
  days.organization_id,
  pages.page,
  days.day,
  posts.published_at,
  posts.content_media_title as title,
  posts.commentary,
  posts.permalink,
  {%- for name in metrics %}
  days.{{ name }}{{ ',' if not loop.last }}
  {%- endfor %}
from days
left join {{ ref('stg_linkedin_pages__posts') }} as posts
  on posts.id = days.post
left join {{ ref('int_linkedin_pages__pages') }} as pages
  on pages.organization_id = days.organization_id
