{# The newest numbers of each post; with snapshot_history a post has many. #}
select *
from (
  select
    *,
    row_number() over (partition by post order by snapshot_date desc) as place
  from {{ ref('stg_linkedin_pages__post_statistics') }}
) as numbered
where place = 1
