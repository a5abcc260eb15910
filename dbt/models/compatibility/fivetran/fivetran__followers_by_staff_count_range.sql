{{ config(alias='followers_by_staff_count_range', enabled=tap_linkedin_pages.makes('fivetran')) }}

select
  {{ tap_linkedin_pages.fivetran_id(['organizational_entity', 'staff_count_range'], dated=true) }} as _fivetran_id,
  {{ tap_linkedin_pages.fivetran_synced() }} as _fivetran_synced,
  organizational_entity as _organization_entity_urn,
  nullif(staff_count_range, 'UNSPECIFIED') as staff_count_range,
  organic_follower_count as follower_counts_organic_follower_count,
  paid_follower_count as follower_counts_paid_follower_count
from {{ ref('stg_linkedin_pages__follower_counts_by_staff_count_range') }}
