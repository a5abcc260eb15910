{{ config(alias='countries', enabled=tap_linkedin_pages.makes('keboola')) }}

select
  name_text as "name",
  id as "id",
  urn as "urn",
  country_code as "countryCode"
from {{ ref('stg_linkedin_pages__countries') }}
