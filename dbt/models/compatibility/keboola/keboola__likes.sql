{{ config(alias='likes', enabled=tap_linkedin_pages.makes('keboola')) }}

select
  post as "post_urn",
  urn as "URN",
  actor as "actor",
  agent as "agent",
  object as "object",
  created_actor as "created_actor",
  created_impersonator as "created_impersonator",
  {{ tap_linkedin_pages.epoch_ms('created_time') }} as "created_time",
  last_modified_actor as "lastModified_actor",
  last_modified_impersonator as "lastModified_impersonator",
  {{ tap_linkedin_pages.epoch_ms('last_modified_time') }} as "lastModified_time"
from {{ ref('stg_linkedin_pages__likes') }}
