{{ config(alias='total_follower_count', enabled=tap_linkedin_pages.makes('airbyte')) }}

select
  first_degree_size as "firstDegreeSize"
from {{ tap_linkedin_pages.newest_snapshot('stg_linkedin_pages__total_follower_count') }} as newest
