{{ config(alias='follower_counts_by_staff_count_range', enabled=tap_linkedin_pages.makes('keboola')) }}

select
  nullif(staff_count_range, 'UNSPECIFIED') as "staffCountRange",
  organizational_entity as "organizationalEntity",
  organic_follower_count as "organicFollowerCount",
  paid_follower_count as "paidFollowerCount"
from {{ tap_linkedin_pages.newest_snapshot('stg_linkedin_pages__follower_counts_by_staff_count_range') }} as newest
