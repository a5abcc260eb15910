{{ config(alias='page_statistics_by_geo_country', enabled=tap_linkedin_pages.makes('keboola')) }}

select
  organization as "organization",
  nullif(geo, 'UNSPECIFIED') as "geo",
  {{ tap_linkedin_pages.keboola_page_views() }}
from {{ tap_linkedin_pages.newest_snapshot('stg_linkedin_pages__page_statistics_by_geo_country') }} as newest
