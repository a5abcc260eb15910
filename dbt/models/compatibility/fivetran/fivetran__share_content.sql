{{ config(alias='share_content', enabled=tap_linkedin_pages.makes('fivetran')) }}

select
  {{ tap_linkedin_pages.fivetran_synced() }} as _fivetran_synced,
  id as _fivetran_id,
  {{ tap_linkedin_pages.urn_number('id') }} as share_id,
  content_article_description as article_description,
  content_article_source as article_source,
  content_article_thumbnail as article_thumbnail,
  content_article_thumbnail_alt_text as article_thumbnail_alt_text,
  content_article_title as article_title,
  cast(null as {{ tap_linkedin_pages.type_of('integer') }}) as carousel_id,
  content_media_alt_text as media_alt_text,
  content_media_id as media_id,
  content_media_title as media_title,
  content_multi_image_alt_text as multi_image_alt_text,
  content_poll_question as poll_question,
  content_poll_settings_duration as poll_settings_duration,
  content_poll_settings_is_voter_visible_to_author as poll_settings_is_voter_visible_to_author,
  content_poll_settings_vote_selection_type as poll_settings_vote_selection_type,
  content_poll_unique_voters_count as poll_unique_voters_count,
  {{ tap_linkedin_pages.fivetran_content() }} as type
from {{ ref('stg_linkedin_pages__posts') }}
where id like 'urn:li:share:%' and {{ tap_linkedin_pages.fivetran_content() }} is not null
