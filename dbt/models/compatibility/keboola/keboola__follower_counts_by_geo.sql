{{ config(alias='follower_counts_by_geo', enabled=tap_linkedin_pages.makes('keboola')) }}

select
  nullif(geo, 'UNSPECIFIED') as "geo",
  organizational_entity as "organizationalEntity",
  organic_follower_count as "organicFollowerCount",
  paid_follower_count as "paidFollowerCount"
from {{ tap_linkedin_pages.newest_snapshot('stg_linkedin_pages__follower_counts_by_geo') }} as newest
