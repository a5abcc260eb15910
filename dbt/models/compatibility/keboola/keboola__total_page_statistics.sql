{{ config(alias='total_page_statistics', enabled=tap_linkedin_pages.makes('keboola')) }}

select
  organization as "organization",
  {{ tap_linkedin_pages.keboola_page_views() }},
  {{ tap_linkedin_pages.json_text('page_statistics_by_seniority') }} as "pageStatisticsBySeniority",
  {{ tap_linkedin_pages.json_text('page_statistics_by_function') }} as "pageStatisticsByFunction",
  {{ tap_linkedin_pages.json_text('page_statistics_by_staff_count_range') }} as "pageStatisticsByStaffCountRange",
  {{ tap_linkedin_pages.json_text('page_statistics_by_industry_v2') }} as "pageStatisticsByIndustryV2",
  {{ tap_linkedin_pages.json_text('page_statistics_by_geo_country') }} as "pageStatisticsByGeoCountry",
  {{ tap_linkedin_pages.json_text('page_statistics_by_geo') }} as "pageStatisticsByGeo",
  {{ tap_linkedin_pages.json_text('page_statistics_by_targeted_content') }} as "pageStatisticsByTargetedContent",
  {{ tap_linkedin_pages.json_text('page_statistics_by_industry') }} as "pageStatisticsByIndustry",
  {{ tap_linkedin_pages.json_text('page_statistics_by_country') }} as "pageStatisticsByCountry",
  {{ tap_linkedin_pages.json_text('page_statistics_by_region') }} as "pageStatisticsByRegion"
from {{ tap_linkedin_pages.newest_snapshot('stg_linkedin_pages__page_statistics') }} as newest
