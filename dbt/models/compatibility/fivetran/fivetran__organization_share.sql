{{ config(alias='organization_share', enabled=tap_linkedin_pages.makes('fivetran')) }}

select
  {{ tap_linkedin_pages.fivetran_synced() }} as _fivetran_synced,
  organization_id,
  {{ tap_linkedin_pages.urn_number('id') }} as share_id
from {{ ref('stg_linkedin_pages__posts') }}
where id like 'urn:li:share:%'
