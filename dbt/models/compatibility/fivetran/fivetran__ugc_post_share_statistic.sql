{{ config(alias='ugc_post_share_statistic', enabled=tap_linkedin_pages.makes('fivetran')) }}

select
  {{ tap_linkedin_pages.fivetran_synced() }} as _fivetran_synced,
  {{ tap_linkedin_pages.fivetran_id(['post'], dated=true) }} as share_statistic_id,
  cast({{ tap_linkedin_pages.urn_number('post') }} as {{ tap_linkedin_pages.type_of('text') }}) as ugc_post_id
from {{ ref('stg_linkedin_pages__post_statistics') }}
where post like 'urn:li:ugcPost:%'
