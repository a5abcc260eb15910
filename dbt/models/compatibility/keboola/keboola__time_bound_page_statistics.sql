{{ config(alias='time_bound_page_statistics', enabled=tap_linkedin_pages.makes('keboola')) }}

select
  organization as "organization",
  {{ tap_linkedin_pages.midnight('time_range_start') }} as "timeRange_start",
  {{ tap_linkedin_pages.midnight('time_range_end') }} as "timeRange_end",
  {{ tap_linkedin_pages.keboola_page_views() }}
from {{ ref('stg_linkedin_pages__page_statistics_time_bound') }}
