{{ config(alias='regions', enabled=tap_linkedin_pages.makes('keboola')) }}

select
  name_text as "name",
  id as "id",
  urn as "urn",
  country as "country"
from {{ ref('stg_linkedin_pages__regions') }}
