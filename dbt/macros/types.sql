{# The database's type for a kind of value. #}
{% macro type_of(kind) %}
  {{ return(adapter.dispatch('type_of', 'tap_linkedin_pages')(kind)) }}
{% endmacro %}

{% macro default__type_of(kind) %}
  {{ return({'text': 'text', 'integer': 'bigint', 'number': 'double precision', 'json': 'jsonb'}.get(kind, kind)) }}
{% endmacro %}

{% macro duckdb__type_of(kind) %}
  {{ return({'text': 'varchar', 'integer': 'bigint', 'number': 'double', 'json': 'json'}.get(kind, kind)) }}
{% endmacro %}

{# A column cast to the type of its kind. Some targets store empty text as null, so it becomes null for all of them. #}
{% macro read_column(column, kind) %}
  {{ return(adapter.dispatch('read_column', 'tap_linkedin_pages')(column, kind)) }}
{% endmacro %}

{% macro default__read_column(column, kind) %}
  {%- set name = adapter.quote(column.name) -%}
  {%- set dtype = column.dtype | lower -%}
  {%- if kind == 'json' -%}
    {%- if dtype in ['text', 'character varying', 'json'] -%}
      {{ return("nullif(nullif(" ~ name ~ "::text, '')::jsonb, 'null'::jsonb)") }}
    {%- endif -%}
    {{ return("nullif(to_jsonb(" ~ name ~ "), 'null'::jsonb)") }}
  {%- elif kind in ['timestamp', 'date'] -%}
    {{ return(tap_linkedin_pages.utc(name, dtype) ~ '::' ~ kind) }}
  {%- elif kind == 'text' -%}
    {{ return("nullif(" ~ name ~ "::text, '')") }}
  {%- endif -%}
  {{ return(name ~ '::' ~ tap_linkedin_pages.type_of(kind)) }}
{% endmacro %}

{# UTC without a time zone, from instants with one, from text, or from milliseconds since 1970. #}
{% macro utc(name, dtype) %}
  {%- if 'with time zone' in dtype -%}
    {{ return("(" ~ name ~ " at time zone 'UTC')") }}
  {%- elif dtype in ['bigint', 'integer', 'numeric', 'double precision'] -%}
    {{ return("(to_timestamp(" ~ name ~ " / 1000.0) at time zone 'UTC')") }}
  {%- elif dtype in ['text', 'character varying'] -%}
    {#- Text without a time zone is UTC, whatever the server's time zone. #}
    {{ return("(case when " ~ name ~ " ~ '(Z|[+-]\\d\\d:?\\d\\d)$' and length(" ~ name ~ ") > 10 then "
      ~ name ~ "::timestamptz at time zone 'UTC' else " ~ name ~ "::timestamp end)") }}
  {%- endif -%}
  {{ return(name) }}
{% endmacro %}

{% macro duckdb__read_column(column, kind) %}
  {%- set name = adapter.quote(column.name) -%}
  {%- set dtype = column.dtype | lower -%}
  {%- if kind == 'json' -%}
    {%- set value = 'to_json(' ~ name ~ ')' if '[' in dtype or 'struct' in dtype else 'cast(' ~ name ~ ' as json)' -%}
    {{ return("case when cast(" ~ name ~ " as varchar) not in ('', 'null') then " ~ value ~ " end") }}
  {%- elif kind in ['timestamp', 'date'] -%}
    {%- if 'with time zone' in dtype or dtype == 'timestamptz' -%}
      {{ return("cast(" ~ name ~ " at time zone 'UTC' as " ~ kind ~ ")") }}
    {%- elif 'int' in dtype or dtype == 'double' or 'decimal' in dtype -%}
      {{ return("cast(epoch_ms(cast(" ~ name ~ " as bigint)) as " ~ kind ~ ")") }}
    {%- endif -%}
    {{ return("cast(cast(" ~ name ~ " as timestamp) as " ~ kind ~ ")") }}
  {%- elif kind == 'text' -%}
    {{ return("nullif(cast(" ~ name ~ " as varchar), '')") }}
  {%- endif -%}
  {{ return('cast(' ~ name ~ ' as ' ~ tap_linkedin_pages.type_of(kind) ~ ')') }}
{% endmacro %}

{# The value at a path inside a JSON column. #}
{% macro read_json(column, path, kind) %}
  {{ return(adapter.dispatch('read_json', 'tap_linkedin_pages')(column, path, kind)) }}
{% endmacro %}

{% macro default__read_json(column, path, kind) %}
  {%- set json = adapter.quote(column.name) ~ '::jsonb' -%}
  {%- set place = "'{" ~ (path | join(',')) ~ "}'" -%}
  {%- if kind == 'json' -%}
    {{ return("nullif(" ~ json ~ " #> " ~ place ~ ", 'null'::jsonb)") }}
  {%- endif -%}
  {%- set value = '(' ~ json ~ ' #>> ' ~ place ~ ')' -%}
  {%- if kind in ['timestamp', 'date'] -%}
    {{ return(tap_linkedin_pages.utc(value, 'text') ~ '::' ~ kind) }}
  {%- elif kind == 'text' -%}
    {{ return("nullif(" ~ value ~ ", '')") }}
  {%- endif -%}
  {{ return(value ~ '::' ~ tap_linkedin_pages.type_of(kind)) }}
{% endmacro %}

{% macro duckdb__read_json(column, path, kind) %}
  {%- set place = "'$.\"" ~ (path | join('"."')) ~ "\"'" -%}
  {%- set text = 'json_extract_string(' ~ adapter.quote(column.name) ~ ', ' ~ place ~ ')' -%}
  {%- if kind == 'json' -%}
    {{ return("case when " ~ text ~ " is not null then json_extract(" ~ adapter.quote(column.name) ~ ", " ~ place ~ ") end") }}
  {%- elif kind in ['timestamp', 'date'] -%}
    {{ return("cast(cast(" ~ text ~ " as timestamp) as " ~ kind ~ ")") }}
  {%- elif kind == 'text' -%}
    {{ return("nullif(" ~ text ~ ", '')") }}
  {%- endif -%}
  {{ return('cast(' ~ text ~ ' as ' ~ tap_linkedin_pages.type_of(kind) ~ ')') }}
{% endmacro %}
