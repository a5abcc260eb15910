{# The sum of clicks, reactions, comments and shares in a relation with LinkedIn's counters. #}
{% macro interactions(relation) %}
  {{ return('(' ~ relation ~ '.click_count + ' ~ relation ~ '.like_count + ' ~ relation ~ '.comment_count + ' ~ relation ~ '.share_count)') }}
{% endmacro %}

{# One number divided by another; null if the divisor is 0 or null. #}
{% macro rate(part, whole) %}
  {{ return('(cast(' ~ part ~ ' as ' ~ tap_linkedin_pages.type_of('number') ~ ') / nullif(' ~ whole ~ ', 0))') }}
{% endmacro %}

{# The texts of a JSON list, joined by commas. #}
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

{# The first day of a day's month, and the number of days in a month. #}
{% macro month_of(day) %}
  {{ return("cast(date_trunc('month', " ~ day ~ ") as date)") }}
{% endmacro %}

{% macro days_in_month(month) %}
  {{ return("(cast(" ~ month ~ " + interval '1 month' as date) - " ~ month ~ ")") }}
{% endmacro %}
