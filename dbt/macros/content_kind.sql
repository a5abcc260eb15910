{# What a post contains besides its text. #}
{% macro content_kind(posts) %}
case
    when {{ posts }}.content_media_id like 'urn:li:video:%' then 'video'
    when {{ posts }}.content_media_id like 'urn:li:image:%' then 'image'
    when {{ posts }}.content_media_id like 'urn:li:document:%' then 'document'
    when {{ posts }}.content_media_id is not null then 'media'
    when {{ posts }}.content_article_source is not null then 'article'
    when {{ posts }}.content_multi_image_images is not null then 'multi_image'
    when {{ posts }}.content_poll_question is not null then 'poll'
    when {{ posts }}.content_carousel_cards is not null then 'carousel'
    when {{ posts }}.content_celebration_type is not null or {{ posts }}.content_celebration_text is not null then 'celebration'
    when {{ posts }}.content_reference_id is not null then 'reference'
    when {{ posts }}.reshare_context_parent is not null then 'reshare'
    else 'text'
  end
{%- endmacro %}
