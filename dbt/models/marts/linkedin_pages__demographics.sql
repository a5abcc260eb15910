{# [facet, column with its value, whether the stream has names] #}
{%- set facets = [
  ['association_type', 'association_type', false],
  ['function', 'function', true],
  ['geo', 'geo', true],
  ['geo_country', 'geo', true],
  ['industry', 'industry', true],
  ['seniority', 'seniority', true],
  ['staff_count_range', 'staff_count_range', false],
  ['targeted_content', 'targeted_content', false],
] -%}
{%- set text = tap_linkedin_pages.type_of('text') -%}
with counts as (
  {%- for facet, column, named in facets if facet != 'targeted_content' %}
  select
    organization_id, 'followers' as audience, '{{ facet }}' as facet, {{ column }} as value,
    {{ column ~ '_name' if named else 'cast(null as ' ~ text ~ ')' }} as name, snapshot_date,
    organic_follower_count + paid_follower_count as total,
    organic_follower_count as organic, paid_follower_count as paid
  from {{ ref('stg_linkedin_pages__follower_counts_by_' ~ facet) }}
  union all
  {%- endfor %}
  {%- for facet, column, named in facets if facet != 'association_type' %}
  select
    organization_id, 'visitors' as audience, '{{ facet }}' as facet, {{ column }} as value,
    {{ column ~ '_name' if named else 'cast(null as ' ~ text ~ ')' }} as name, snapshot_date,
    all_page_views as total, cast(null as bigint) as organic, cast(null as bigint) as paid
  from {{ ref('stg_linkedin_pages__page_statistics_by_' ~ facet) }}
  {{ 'union all' if not loop.last }}
  {%- endfor %}
),

names as (
  {%- for stream in ['functions', 'geos', 'industries', 'seniorities'] %}
  select urn, max(name_text) as name from {{ ref('stg_linkedin_pages__' ~ stream) }} where urn is not null group by urn
  {{ 'union all' if not loop.last }}
  {%- endfor %}
),

totals as (
  select organization_id, snapshot_date, max(first_degree_size) as followers
  from {{ ref('stg_linkedin_pages__total_follower_count') }}
  group by organization_id, snapshot_date
)

select
  counts.organization_id,
  pages.page,
  counts.audience,
  counts.facet,
  counts.value,
  coalesce(counts.name, names.name, counts.value) as name,
  counts.snapshot_date,
  counts.total,
  counts.organic,
  counts.paid,
  {{ tap_linkedin_pages.rate('counts.total', 'sum(counts.total) over (partition by counts.organization_id, counts.audience, counts.facet, counts.snapshot_date)') }} as share_of_facet,
  {{ tap_linkedin_pages.rate('counts.total', 'totals.followers') }} as share_of_followers,
  counts.snapshot_date = max(counts.snapshot_date) over (
    partition by counts.organization_id, counts.audience, counts.facet
  ) as is_latest
from counts
left join names on names.urn = counts.value
left join totals
  on totals.organization_id = counts.organization_id
  and totals.snapshot_date = counts.snapshot_date
  and counts.audience = 'followers'
left join {{ ref('int_linkedin_pages__pages') }} as pages
  on pages.organization_id = counts.organization_id
