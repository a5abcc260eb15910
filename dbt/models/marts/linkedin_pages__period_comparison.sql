{%- set measures = [
  'impressions', 'clicks', 'reactions', 'comments', 'shares', 'interactions', 'followers_gained', 'page_views'
] -%}
{%- set number = tap_linkedin_pages.type_of('number') -%}
with days as (
  {%- for measure in measures %}
  select organization_id, page, day, '{{ measure }}' as measure, cast({{ measure }} as {{ number }}) as value
  from {{ ref('linkedin_pages__daily') }}
  where {{ measure }} is not null
  {{ 'union all' if not loop.last }}
  {%- endfor %}
),

-- Each measure has its own last day: followers arrive later than the others.
ends as (
  select organization_id, measure, max(day) as last_day
  from days
  group by organization_id, measure
),

periods as (
  {%- for days in var('tap_linkedin_pages_periods') %}
  select cast({{ days }} as integer) as period_days
  {{ 'union all' if not loop.last }}
  {%- endfor %}
),

sums as (
  select
    days.organization_id,
    days.page,
    days.measure,
    periods.period_days,
    ends.last_day,
    sum(case when days.day > ends.last_day - periods.period_days then days.value end) as current_value,
    sum(case when days.day <= ends.last_day - periods.period_days then days.value end) as previous_value,
    count(case when days.day > ends.last_day - periods.period_days then 1 end) as current_days,
    count(case when days.day <= ends.last_day - periods.period_days then 1 end) as previous_days
  from days
  inner join ends on ends.organization_id = days.organization_id and ends.measure = days.measure
  cross join periods
  where days.day > ends.last_day - 2 * periods.period_days
  group by days.organization_id, days.page, days.measure, periods.period_days, ends.last_day
),

-- Rates cannot be added up, so they are computed from the sums.
with_rate as (
  select * from sums
  union all
  select
    part.organization_id,
    part.page,
    'engagement_rate' as measure,
    part.period_days,
    part.last_day,
    part.current_value / nullif(whole.current_value, 0) as current_value,
    part.previous_value / nullif(whole.previous_value, 0) as previous_value,
    part.current_days,
    part.previous_days
  from sums as part
  inner join sums as whole
    on whole.organization_id = part.organization_id
    and whole.period_days = part.period_days
    and whole.measure = 'impressions'
  where part.measure = 'interactions'
)

select
  organization_id,
  page,
  measure,
  period_days,
  last_day - period_days + 1 as first_day,
  last_day,
  current_value,
  previous_value,
  current_value - previous_value as change,
  {{ tap_linkedin_pages.rate('(current_value - previous_value)', 'abs(previous_value)') }} as change_rate,
  current_days,
  previous_days,
  current_days = period_days and previous_days = period_days as is_complete
from with_rate
