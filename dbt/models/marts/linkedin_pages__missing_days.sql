{%- set lags = var('tap_linkedin_pages_lags') -%}
with days as (
  select distinct organization_id, statistic, day from {{ ref('int_linkedin_pages__days') }}
),

lags as (
  {%- for statistic, days in lags.items() %}
  select '{{ statistic }}' as statistic, cast({{ days }} as integer) as lag_days
  {{ 'union all' if not loop.last }}
  {%- endfor %}
),

-- The day up to which anything was read: the most recent day of any page and statistic, plus the statistic's lag, or the
-- day of the newest snapshot.
today as (
  select max(day) as day
  from (
    select days.day + lags.lag_days as day
    from days
    inner join lags on lags.statistic = days.statistic
    union all
    select snapshot_date as day from {{ ref('stg_linkedin_pages__total_follower_count') }}
  ) as known
),

-- The first day that any page has of each statistic, and the last day it should have by now. A statistic that no page
-- has was not selected.
expected as (
  select
    days.statistic,
    min(days.day) as first_day,
    max(today.day) - max(lags.lag_days) as last_day
  from days
  inner join lags on lags.statistic = days.statistic
  cross join today
  group by days.statistic
),

-- A page's days start with its own first one; a page without any lacks them all.
starts as (
  select
    pages.organization_id,
    pages.page,
    expected.statistic,
    expected.last_day,
    coalesce(min(days.day), expected.first_day) as first_day
  from {{ ref('int_linkedin_pages__pages') }} as pages
  cross join expected
  left join days on days.organization_id = pages.organization_id and days.statistic = expected.statistic
  group by pages.organization_id, pages.page, expected.statistic, expected.last_day, expected.first_day
),

-- The day before the first and the day after the last are added, so that gaps at both ends are found too.
edges as (
  select organization_id, statistic, day from days
  union
  select organization_id, statistic, first_day - 1 as day from starts
  union
  select organization_id, statistic, last_day + 1 as day from starts
),

steps as (
  select
    organization_id,
    statistic,
    day,
    lead(day) over (partition by organization_id, statistic order by day) as next_day
  from edges
)

select
  steps.organization_id,
  starts.page,
  steps.statistic,
  steps.day + 1 as from_day,
  steps.next_day - 1 as to_day,
  steps.next_day - steps.day - 1 as days
from steps
inner join starts
  on starts.organization_id = steps.organization_id and starts.statistic = steps.statistic
where steps.next_day > steps.day + 1
