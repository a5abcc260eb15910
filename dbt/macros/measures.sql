{# Clicks, reactions, comments and shares together, of a relation with LinkedIn's counters. #}
{% macro interactions(relation) %}
  {{ return('(' ~ relation ~ '.click_count + ' ~ relation ~ '.like_count + ' ~ relation ~ '.comment_count + ' ~ relation ~ '.share_count)') }}
{% endmacro %}

{# One number by another; null where there is nothing to divide by. #}
{% macro rate(part, whole) %}
  {{ return('(cast(' ~ part ~ ' as ' ~ tap_linkedin_pages.type_of('number') ~ ') / nullif(' ~ whole ~ ', 0))') }}
{% endmacro %}

{# The texts of a JSON list in one, with commas. #}
{% macro joined_texts(column) %}
  {{ return(adapter.dispatch('joined_texts', 'tap_linkedin_pages')(column)) }}
{% endmacro %}

{% macro default__joined_texts(column) %}
  {{ return("case when jsonb_typeof(" ~ column ~ ") = 'array' then (select string_agg(item, ', ') from jsonb_array_elements_text("
    ~ column ~ ") as items(item)) end") }}
{% endmacro %}

{% macro duckdb__joined_texts(column) %}
  {{ return("nullif(array_to_string(json_extract_string(" ~ column ~ ", '$[*]'), ', '), '')") }}
{% endmacro %}

{# The first day of the month that a day is in, and how many days that has. #}
{% macro month_of(day) %}
  {{ return("cast(date_trunc('month', " ~ day ~ ") as date)") }}
{% endmacro %}

{% macro days_in_month(month) %}
  {{ return("(cast(" ~ month ~ " + interval '1 month' as date) - " ~ month ~ ")") }}
{% endmacro %}
