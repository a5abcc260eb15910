{{ config(alias='regions') }}

select
  name_text as "name",
  id as "id",
  urn as "urn",
  country as "country"
from {{ ref('stg_linkedin_pages__regions') }}
