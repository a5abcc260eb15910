{%- set counters = {
  'impressions': 'impression_count', 'clicks': 'click_count', 'reactions': 'like_count', 'comments': 'comment_count',
  'shares': 'share_count'
} -%}
with snapshots as (
  select
    *,
    lag(snapshot_date) over (partition by post order by snapshot_date) as previous_date
    {%- for name, column in counters.items() %},
    {{ column }} - lag({{ column }}) over (partition by post order by snapshot_date) as {{ name }}_gained
    {%- endfor %}
  from {{ ref('stg_linkedin_pages__post_statistics') }}
)

select
  snapshots.post,
  snapshots.organization_id,
  pages.page,
  snapshots.snapshot_date,
  snapshots.snapshot_date - snapshots.previous_date as days_since_previous,
  snapshots.snapshot_date - cast(posts.published_at as date) as days_since_published,
  {%- for name, column in counters.items() %}
  snapshots.{{ column }} as {{ name }},
  snapshots.{{ name }}_gained,
  {%- endfor %}
  snapshots.unique_impressions_count as reached,
  {{ tap_linkedin_pages.interactions('snapshots') }} as interactions,
  {{ tap_linkedin_pages.rate(tap_linkedin_pages.interactions('snapshots'), 'snapshots.impression_count') }} as engagement_rate,
  snapshots.is_imputed
from snapshots
left join {{ ref('stg_linkedin_pages__posts') }} as posts
  on posts.id = snapshots.post
left join {{ ref('int_linkedin_pages__pages') }} as pages
  on pages.organization_id = snapshots.organization_id
