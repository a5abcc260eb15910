{{ config(alias='followers_by_industry', enabled=tap_linkedin_pages.makes('fivetran')) }}

select
  {{ tap_linkedin_pages.fivetran_id(['organizational_entity', 'industry'], dated=true) }} as _fivetran_id,
  {{ tap_linkedin_pages.fivetran_synced() }} as _fivetran_synced,
  organizational_entity as _organization_entity_urn,
  {{ tap_linkedin_pages.urn_number('industry') }} as industry_id,
  organic_follower_count as follower_counts_organic_follower_count,
  paid_follower_count as follower_counts_paid_follower_count
from {{ ref('stg_linkedin_pages__follower_counts_by_industry') }}
