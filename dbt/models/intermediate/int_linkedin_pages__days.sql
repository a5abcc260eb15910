{# The days that each page has for each statistic. #}
select organization_id, 'shares' as statistic, cast(time_range_start as date) as day
from {{ ref('stg_linkedin_pages__share_statistics_time_bound') }}
where time_granularity = 'DAY'
union all
select organization_id, 'followers' as statistic, cast(time_range_start as date) as day
from {{ ref('stg_linkedin_pages__follower_statistics_time_bound') }}
where time_granularity = 'DAY'
union all
select organization_id, 'visits' as statistic, cast(time_range_start as date) as day
from {{ ref('stg_linkedin_pages__page_statistics_time_bound') }}
where time_granularity = 'DAY'
