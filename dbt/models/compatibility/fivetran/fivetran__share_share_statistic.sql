{{ config(alias='share_share_statistic', enabled=tap_linkedin_pages.makes('fivetran')) }}

{# One version of Fivetran's table calls the second column share_statistics_id. #}
select
  {{ tap_linkedin_pages.fivetran_synced() }} as _fivetran_synced,
  {{ tap_linkedin_pages.fivetran_id(['post'], dated=true) }} as share_statistic_id,
  {{ tap_linkedin_pages.fivetran_id(['post'], dated=true) }} as share_statistics_id,
  {{ tap_linkedin_pages.urn_number('post') }} as share_id
from {{ ref('stg_linkedin_pages__post_statistics') }}
where post like 'urn:li:share:%'
