{{ config(alias='page_statistics_by_targeted_content', enabled=tap_linkedin_pages.makes('keboola')) }}

select
  organization as "organization",
  nullif(targeted_content, 'UNSPECIFIED') as "targetedContent",
  {{ tap_linkedin_pages.keboola_page_views() }}
from {{ tap_linkedin_pages.newest_snapshot('stg_linkedin_pages__page_statistics_by_targeted_content') }} as newest
