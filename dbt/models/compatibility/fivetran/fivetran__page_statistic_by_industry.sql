{{ config(alias='page_statistic_by_industry', enabled=tap_linkedin_pages.makes('fivetran')) }}

select
  {{ tap_linkedin_pages.fivetran_id(['organization', 'industry'], dated=true) }} as _fivetran_id,
  {{ tap_linkedin_pages.fivetran_synced() }} as _fivetran_synced,
  organization as _organization_entity_urn,
  {{ tap_linkedin_pages.urn_number('industry') }} as industry_id,
  {{ tap_linkedin_pages.fivetran_page_views() }}
from {{ ref('stg_linkedin_pages__page_statistics_by_industry') }}
