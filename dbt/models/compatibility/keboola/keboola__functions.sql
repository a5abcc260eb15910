{{ config(alias='functions', enabled=tap_linkedin_pages.makes('keboola')) }}

select
  name_text as "name",
  id as "id",
  urn as "urn",
  rollup as "rollup",
  {{ tap_linkedin_pages.json_text('rollup_ids') }} as "rollupIds"
from {{ ref('stg_linkedin_pages__functions') }}
