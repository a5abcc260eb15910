{{ config(alias='organization_ugc_post', enabled=tap_linkedin_pages.makes('fivetran')) }}

select
  {{ tap_linkedin_pages.fivetran_synced() }} as _fivetran_synced,
  organization_id,
  id as ugc_post_id
from {{ ref('stg_linkedin_pages__posts') }}
where id like 'urn:li:ugcPost:%'
