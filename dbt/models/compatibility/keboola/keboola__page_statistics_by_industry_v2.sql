{{ config(alias='page_statistics_by_industry_v2', enabled=tap_linkedin_pages.makes('keboola')) }}

select
  organization as "organization",
  nullif(industry, 'UNSPECIFIED') as "industryV2",
  {{ tap_linkedin_pages.keboola_page_views() }}
from {{ tap_linkedin_pages.newest_snapshot('stg_linkedin_pages__page_statistics_by_industry') }} as newest
