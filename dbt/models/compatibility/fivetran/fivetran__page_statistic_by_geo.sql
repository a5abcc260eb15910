{{ config(alias='page_statistic_by_geo', enabled=tap_linkedin_pages.makes('fivetran')) }}

select
  {{ tap_linkedin_pages.fivetran_id(['organization', 'geo'], dated=true) }} as _fivetran_id,
  {{ tap_linkedin_pages.fivetran_synced() }} as _fivetran_synced,
  organization as _organization_entity_urn,
  cast({{ tap_linkedin_pages.urn_number('geo') }} as {{ tap_linkedin_pages.type_of('text') }}) as geo,
  {{ tap_linkedin_pages.fivetran_page_views() }}
from {{ ref('stg_linkedin_pages__page_statistics_by_geo') }}
