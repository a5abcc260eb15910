{{ config(alias='follower_statistics', enabled=tap_linkedin_pages.makes('airbyte')) }}

select
  follower_counts_by_association_type as "followerCountsByAssociationType",
  follower_counts_by_function as "followerCountsByFunction",
  follower_counts_by_geo as "followerCountsByGeo",
  follower_counts_by_geo_country as "followerCountsByGeoCountry",
  follower_counts_by_industry as "followerCountsByIndustry",
  follower_counts_by_seniority as "followerCountsBySeniority",
  follower_counts_by_staff_count_range as "followerCountsByStaffCountRange",
  organizational_entity as "organizationalEntity"
from {{ tap_linkedin_pages.newest_snapshot('stg_linkedin_pages__follower_statistics') }} as newest
