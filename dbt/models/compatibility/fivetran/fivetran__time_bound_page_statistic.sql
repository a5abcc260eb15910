{{ config(alias='time_bound_page_statistic', enabled=tap_linkedin_pages.makes('fivetran')) }}

select
  {{ tap_linkedin_pages.fivetran_id(['organization', 'time_range_start']) }} as _fivetran_id,
  {{ tap_linkedin_pages.fivetran_synced() }} as _fivetran_synced,
  time_range_start as day,
  organization as organization_entity,
  {{ tap_linkedin_pages.fivetran_page_views(unique=true) }},
  careers_page_clicks_careers_page_promo_links_clicks as careers_page_promo_links_clicks,
  careers_page_clicks_careers_page_banner_promo_clicks as careers_page_banner_promo_clicks,
  careers_page_clicks_careers_page_jobs_clicks as careers_page_jobs_clicks,
  careers_page_clicks_careers_page_employees_clicks as careers_page_employees_clicks,
  mobile_careers_page_clicks_careers_page_jobs_clicks as mobile_careers_page_jobs_clicks,
  mobile_careers_page_clicks_careers_page_promo_links_clicks as mobile_careers_page_promo_links_clicks,
  mobile_careers_page_clicks_careers_page_employees_clicks as mobile_careers_page_employees_clicks
from {{ ref('stg_linkedin_pages__page_statistics_time_bound') }}
where time_granularity = 'DAY'
