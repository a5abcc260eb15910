{{ config(alias='function', enabled=tap_linkedin_pages.makes('fivetran')) }}

select
  id,
  name_text as name,
  {{ tap_linkedin_pages.fivetran_synced() }} as _fivetran_synced
from {{ ref('stg_linkedin_pages__functions') }}
