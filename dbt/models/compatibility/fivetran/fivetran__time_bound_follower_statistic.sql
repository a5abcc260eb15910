{{ config(alias='time_bound_follower_statistic', enabled=tap_linkedin_pages.makes('fivetran')) }}

select
  {{ tap_linkedin_pages.fivetran_id(['organizational_entity', 'time_range_start']) }} as _fivetran_id,
  {{ tap_linkedin_pages.fivetran_synced() }} as _fivetran_synced,
  time_range_start as day,
  organizational_entity as organization_entity,
  organic_follower_gain as follower_gains_organic_follower_gain,
  paid_follower_gain as follower_gains_paid_follower_gain
from {{ ref('stg_linkedin_pages__follower_statistics_time_bound') }}
where time_granularity = 'DAY'
