{# [column, column of daily, staging column of a MONTH bucket]; columns that cannot be added up have none of daily. #}
{%- set statistics = {
  'shares': ['share_statistics_time_bound', 'impressions', [
    ['impressions', 'impressions', 'impression_count'],
    ['reached', none, 'unique_impressions_count'],
    ['clicks', 'clicks', 'click_count'],
    ['reactions', 'reactions', 'like_count'],
    ['comments', 'comments', 'comment_count'],
    ['shares', 'shares', 'share_count'],
  ]],
  'followers': ['follower_statistics_time_bound', 'followers_gained', [
    ['followers_gained_organic', 'followers_gained_organic', 'organic_follower_gain'],
    ['followers_gained_paid', 'followers_gained_paid', 'paid_follower_gain'],
  ]],
  'visits': ['page_statistics_time_bound', 'page_views', [
    ['page_views', 'page_views', 'all_page_views'],
    ['page_visitors', none, 'all_page_views_unique'],
    ['desktop_page_views', 'desktop_page_views', 'all_desktop_page_views'],
    ['mobile_page_views', 'mobile_page_views', 'all_mobile_page_views'],
  ]],
} -%}
{%- set interactions = '(months.clicks + months.reactions + months.comments + months.shares)' -%}
with days as (
  select
    organization_id,
    {{ tap_linkedin_pages.month_of('day') }} as month,
    {%- for statistic, (stream, counted, columns) in statistics.items() %}
    {%- for name, daily, bucket in columns if daily is not none %}
    cast(sum({{ daily }}) as bigint) as {{ name }},
    {%- endfor %}
    count({{ counted }}) as days_of_{{ statistic }}{{ ',' if not loop.last }}
    {%- endfor %}
  from {{ ref('linkedin_pages__daily') }}
  group by organization_id, {{ tap_linkedin_pages.month_of('day') }}
),
{% for statistic, (stream, counted, columns) in statistics.items() %}
{{ statistic }} as (
  select *, cast(time_range_start as date) as month
  from {{ ref('stg_linkedin_pages__' ~ stream) }}
  where time_granularity = 'MONTH'
),
{% endfor %}
spine as (
  select organization_id, month from days
  {%- for statistic in statistics %}
  union
  select organization_id, month from {{ statistic }}
  {%- endfor %}
),

-- LinkedIn's own month if it was read, otherwise the sum of its days.
months as (
  select
    spine.organization_id,
    spine.month,
    {%- for statistic, (stream, counted, columns) in statistics.items() %}
    {%- for name, daily, bucket in columns %}
    {%- set own = statistic ~ '.' ~ bucket %}
    {{ 'coalesce(' ~ own ~ ', days.' ~ name ~ ')' if daily is not none else own }} as {{ name }},
    {%- endfor %}
    case when {{ statistic }}.month is not null then {{ tap_linkedin_pages.days_in_month('spine.month') }} else coalesce(days.days_of_{{ statistic }}, 0) end as days_of_{{ statistic }}{{ ',' if not loop.last }}
    {%- endfor %}
  from spine
  left join days on days.organization_id = spine.organization_id and days.month = spine.month
  {%- for statistic in statistics %}
  left join {{ statistic }}
    on {{ statistic }}.organization_id = spine.organization_id and {{ statistic }}.month = spine.month
  {%- endfor %}
)

select
  months.organization_id,
  pages.page,
  months.month,
  {%- for statistic, (stream, counted, columns) in statistics.items() %}
  {%- for name, daily, bucket in columns %}
  months.{{ name }},
  {%- endfor %}
  {%- endfor %}
  {{ interactions }} as interactions,
  {{ tap_linkedin_pages.rate(interactions, 'months.impressions') }} as engagement_rate,
  months.followers_gained_organic + months.followers_gained_paid as followers_gained,
  {{ tap_linkedin_pages.days_in_month('months.month') }} as days_in_month,
  {%- for statistic in statistics %}
  months.days_of_{{ statistic }},
  {%- endfor %}
  {% for statistic in statistics %}months.days_of_{{ statistic }} = {{ tap_linkedin_pages.days_in_month('months.month') }}{{ ' and ' if not loop.last }}{% endfor %} as is_complete
from months
left join {{ ref('int_linkedin_pages__pages') }} as pages
  on pages.organization_id = months.organization_id
