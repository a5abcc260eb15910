{{ config(alias='time_bound_share_statistic', enabled=tap_linkedin_pages.makes('fivetran')) }}

select
  {{ tap_linkedin_pages.fivetran_id(['organizational_entity', 'time_range_start']) }} as _fivetran_id,
  {{ tap_linkedin_pages.fivetran_synced() }} as _fivetran_synced,
  time_range_start as day,
  organizational_entity as organization_entity,
  click_count,
  comment_count,
  comment_mentions_count,
  engagement,
  impression_count,
  like_count,
  share_count,
  share_mentions_count,
  unique_impressions_count
from {{ ref('stg_linkedin_pages__share_statistics_time_bound') }}
where time_granularity = 'DAY'
