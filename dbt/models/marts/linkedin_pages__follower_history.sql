select
  counts.organization_id,
  pages.page,
  counts.snapshot_date,
  counts.first_degree_size as followers,
  counts.first_degree_size - lag(counts.first_degree_size) over (
    partition by counts.organization_id order by counts.snapshot_date
  ) as followers_gained,
  counts.snapshot_date - lag(counts.snapshot_date) over (
    partition by counts.organization_id order by counts.snapshot_date
  ) as days_since_previous,
  counts.snapshot_date = max(counts.snapshot_date) over (partition by counts.organization_id) as is_latest
from {{ ref('stg_linkedin_pages__total_follower_count') }} as counts
left join {{ ref('int_linkedin_pages__pages') }} as pages
  on pages.organization_id = counts.organization_id
