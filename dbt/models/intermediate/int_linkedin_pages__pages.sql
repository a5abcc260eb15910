{# Every page in these tables, with its name if organization_lookup was read. #}
with known as (
  select organization_id from {{ ref('stg_linkedin_pages__organization_lookup') }}
  {% for stream in ['share_statistics_time_bound', 'follower_statistics_time_bound', 'page_statistics_time_bound', 'total_follower_count', 'posts'] %}
  union
  select organization_id from {{ ref('stg_linkedin_pages__' ~ stream) }}
  {% endfor %}
)

select
  known.organization_id,
  coalesce(lookup.localized_name, cast(known.organization_id as {{ tap_linkedin_pages.type_of('text') }})) as page,
  lookup.vanity_name
from known
left join {{ ref('stg_linkedin_pages__organization_lookup') }} as lookup
  on lookup.organization_id = known.organization_id
where known.organization_id is not null
