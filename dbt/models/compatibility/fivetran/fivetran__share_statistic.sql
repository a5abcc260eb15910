{{ config(alias='share_statistic', enabled=tap_linkedin_pages.makes('fivetran')) }}

select
  {{ tap_linkedin_pages.fivetran_id(['post'], dated=true) }} as _fivetran_id,
  {{ tap_linkedin_pages.fivetran_synced() }} as _fivetran_synced,
  organization as _organization_entity_urn,
  post as _share_entity_urn,
  click_count,
  comment_count,
  engagement,
  impression_count,
  like_count,
  share_count
from {{ ref('stg_linkedin_pages__post_statistics') }}
union all
select
  {{ tap_linkedin_pages.fivetran_id(['organizational_entity'], dated=true) }} as _fivetran_id,
  {{ tap_linkedin_pages.fivetran_synced() }} as _fivetran_synced,
  organizational_entity as _organization_entity_urn,
  cast(null as {{ tap_linkedin_pages.type_of('text') }}) as _share_entity_urn,
  click_count,
  comment_count,
  engagement,
  impression_count,
  like_count,
  share_count
from {{ ref('stg_linkedin_pages__share_statistics') }}
