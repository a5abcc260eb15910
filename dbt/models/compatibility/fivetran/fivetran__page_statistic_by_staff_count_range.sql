{{ config(alias='page_statistic_by_staff_count_range', enabled=tap_linkedin_pages.makes('fivetran')) }}

select
  {{ tap_linkedin_pages.fivetran_id(['organization', 'staff_count_range'], dated=true) }} as _fivetran_id,
  {{ tap_linkedin_pages.fivetran_synced() }} as _fivetran_synced,
  organization as _organization_entity_urn,
  nullif(staff_count_range, 'UNSPECIFIED') as staff_count_range,
  {{ tap_linkedin_pages.fivetran_page_views() }}
from {{ ref('stg_linkedin_pages__page_statistics_by_staff_count_range') }}
