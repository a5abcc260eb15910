{# Macros for the models that imitate other tools' tables. #}

{# Whether a tool's tables are wanted. dbt_project.yml cannot say: it does not see the using project's variables. #}
{% macro makes(tool) %}
  {{ return(tool in var('tap_linkedin_pages_compatibility', [])) }}
{% endmacro %}

{# The rows of each page's newest snapshot, with or without snapshot_history: one per page, or per facet value. #}
{% macro newest_snapshot(model) %}
  {{ return("(select * from (select *, max(snapshot_date) over (partition by organization_id) as _newest from "
    ~ ref(model) ~ ") as dated where snapshot_date = _newest)") }}
{% endmacro %}

{# Milliseconds since 1970. #}
{% macro epoch_ms(column) %}
  {{ return(adapter.dispatch('epoch_ms', 'tap_linkedin_pages')(column)) }}
{% endmacro %}

{% macro default__epoch_ms(column) %}
  {{ return('cast(extract(epoch from ' ~ column ~ ') * 1000 as bigint)') }}
{% endmacro %}

{% macro duckdb__epoch_ms(column) %}
  {{ return('epoch_ms(' ~ column ~ ')') }}
{% endmacro %}

{# The midnight at the start of a day, as Keboola writes it. #}
{% macro midnight(column) %}
  {{ return("cast(cast(" ~ column ~ " as date) as " ~ tap_linkedin_pages.type_of('text') ~ ") || 'T00:00:00+00:00'") }}
{% endmacro %}

{% macro json_text(column) %}
  {{ return('cast(' ~ column ~ ' as ' ~ tap_linkedin_pages.type_of('text') ~ ')') }}
{% endmacro %}

{# The text at a key of a JSON object. #}
{% macro text_at(column, key) %}
  {{ return(column ~ " ->> '" ~ key ~ "'") }}
{% endmacro %}

{# A JSON object made of columns, given as {name: column}. #}
{% macro json_object(fields) %}
  {%- set pairs = [] -%}
  {%- for name, column in fields.items() -%}
    {%- do pairs.append("'" ~ name ~ "', " ~ column) -%}
  {%- endfor -%}
  {{ return(adapter.dispatch('json_object_function', 'tap_linkedin_pages')() ~ '(' ~ pairs | join(', ') ~ ')') }}
{% endmacro %}

{% macro default__json_object_function() %}
  {{ return('jsonb_build_object') }}
{% endmacro %}

{% macro duckdb__json_object_function() %}
  {{ return('json_object') }}
{% endmacro %}

{# The number at the end of a URN; null if there is none. #}
{% macro urn_number(column) %}
  {{ return(adapter.dispatch('urn_number', 'tap_linkedin_pages')(column)) }}
{% endmacro %}

{% macro default__urn_number(column) %}
  {{ return("cast(substring(" ~ column ~ " from '[0-9]+$') as bigint)") }}
{% endmacro %}

{% macro duckdb__urn_number(column) %}
  {{ return("try_cast(regexp_extract(" ~ column ~ ", '[0-9]+$') as bigint)") }}
{% endmacro %}

{# Fivetran's timestamp: when the target loaded the row, or else the day of its numbers, or else now. #}
{% macro fivetran_synced() %}
  {{ return("coalesce(_loaded_at, cast('" ~ run_started_at.strftime('%Y-%m-%d %H:%M:%S') ~ "' as timestamp))") }}
{% endmacro %}

{# The replacement for Fivetran's hash; including the snapshot's day keeps rows of different days apart. #}
{% macro fivetran_id(columns, dated=false) %}
  {%- set parts = [] -%}
  {%- for column in columns -%}
    {%- do parts.append('cast(' ~ column ~ ' as ' ~ tap_linkedin_pages.type_of('text') ~ ')') -%}
  {%- endfor -%}
  {%- set id = parts | join(" || '/' || ") -%}
  {{ return(id ~ " || coalesce('/' || cast(snapshot_date as " ~ tap_linkedin_pages.type_of('text') ~ "), '')" if dated else id) }}
{% endmacro %}

{# Fivetran's name for the content of a post; article and carousel are inferred. #}
{% macro fivetran_content() %}
case
    when content_media_id is not null then 'media'
    when content_article_source is not null then 'article'
    when content_multi_image_images is not null then 'multi_image'
    when content_poll_question is not null then 'poll'
    when content_carousel_cards is not null then 'carousel'
  end
{%- endmacro %}
