{{ config(alias='share_history', enabled=tap_linkedin_pages.makes('fivetran')) }}

select
  {{ tap_linkedin_pages.fivetran_synced() }} as _fivetran_synced,
  {{ tap_linkedin_pages.urn_number('id') }} as id,
  author,
  commentary,
  container as container_entity,
  cast(null as {{ tap_linkedin_pages.type_of('text') }}) as created_actor,
  created_at as created_time,
  {{ tap_linkedin_pages.json_text('distribution_third_party_distribution_channels') }} as distribution_external_distribution_channels,
  distribution_feed_distribution,
  published_at as first_published_at,
  cast(null as {{ tap_linkedin_pages.type_of('text') }}) as last_modified_actor,
  last_modified_at as last_modified_time,
  lifecycle_state,
  reshare_context_parent as response_context_parent,
  reshare_context_root as response_context_root,
  visibility
from {{ ref('stg_linkedin_pages__posts') }}
where id like 'urn:li:share:%'
