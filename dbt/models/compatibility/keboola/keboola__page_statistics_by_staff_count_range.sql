{{ config(alias='page_statistics_by_staff_count_range', enabled=tap_linkedin_pages.makes('keboola')) }}

select
  organization as "organization",
  nullif(staff_count_range, 'UNSPECIFIED') as "staffCountRange",
  {{ tap_linkedin_pages.keboola_page_views() }}
from {{ tap_linkedin_pages.newest_snapshot('stg_linkedin_pages__page_statistics_by_staff_count_range') }} as newest
