{{ config(alias='industries', enabled=tap_linkedin_pages.makes('keboola')) }}

select
  name_text as "name",
  id as "id",
  urn as "urn",
  parent_id as "parentId",
  rollup as "rollup",
  {{ tap_linkedin_pages.json_text('rollup_ids') }} as "rollupIds"
from {{ ref('stg_linkedin_pages__industries') }}
