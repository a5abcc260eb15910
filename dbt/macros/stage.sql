{#
  A stream's columns under fixed names and types, whichever target loaded it.

  stream: its name. keys: the key properties, by their schema names. columns: a list of [name, path in the schema, kind];
  a kind is text, integer, number, boolean, timestamp, date or json. If the stream has no table, there are no rows; if a
  path has no column, it is null.
#}
{% macro stage(stream, keys, columns) %}
  {%- set jsonl = tap_linkedin_pages.jsonl_files() | length > 0 -%}
  {%- set relation = ref('base_linkedin_pages__records') if jsonl else source('tap_linkedin_pages', stream) -%}
  {%- if execute -%}
    {%- set found = tap_linkedin_pages.columns_of(relation) -%}
    {%- set record = found.get('record') if jsonl else none -%}
select
    {%- for name, path, kind in columns %}
  {{ tap_linkedin_pages.read_path(found, path=path.split('.'), kind=kind, record=record) }} as {{ name }},
    {%- endfor %}
  {{ tap_linkedin_pages.loaded_at(found) }} as _loaded_at
    {%- if found | length == 0 %}
from (select 1 as nothing) as no_table
where 1 = 0
    {%- elif jsonl %}
from (
  {#- A run may write a row more than once; a target would keep the last row of each key. #}
  select *, row_number() over (partition by
    {%- for key in keys %} json_extract_string(record, '$."{{ key }}"'){{ ',' if not loop.last }}{% endfor %}
    order by position desc) as place
  from {{ relation }}
  where stream = '{{ stream }}'
) as newest
where place = 1
    {%- else %}
from {{ relation }}
    {%- endif -%}
  {%- else -%}
select 1 as nothing from {{ relation }}
  {%- endif -%}
{% endmacro %}

{# The columns of a relation by their bare names; empty if there is no such relation. #}
{% macro columns_of(relation) %}
  {%- set found = {} -%}
  {%- set existing = load_relation(relation) -%}
  {%- if existing is not none -%}
    {%- for column in adapter.get_columns_in_relation(existing) -%}
      {%- do found.update({tap_linkedin_pages.bare(column.name): column}) -%}
    {%- endfor -%}
  {%- endif -%}
  {{ return(found) }}
{% endmacro %}

{# timeRange.start, timeRange__start, TIME_RANGE_START and timerange_start all count as the same name. #}
{% macro bare(name) %}
  {{ return(name | lower | replace('_', '')) }}
{% endmacro %}

{# After flattening, a path has its own column; otherwise it is in the JSON column of the longest prefix with one. #}
{% macro read_path(found, path, kind, record=none) %}
  {%- if record is not none -%}
    {{ return(tap_linkedin_pages.read_json(record, path, kind)) }}
  {%- endif -%}
  {%- for length in range(path | length, 0, -1) -%}
    {%- set column = found.get(tap_linkedin_pages.bare(path[:length] | join(''))) -%}
    {%- if column is not none -%}
      {%- if length == path | length -%}
        {{ return(tap_linkedin_pages.read_column(column, kind)) }}
      {%- endif -%}
      {{ return(tap_linkedin_pages.read_json(column, path[length:], kind)) }}
    {%- endif -%}
  {%- endfor -%}
  {{ return('cast(null as ' ~ tap_linkedin_pages.type_of(kind) ~ ')') }}
{% endmacro %}

{# When the target loaded a row, if it records that; otherwise the snapshot's day. #}
{% macro loaded_at(found) %}
  {%- for name in ['_sdc_batched_at', '_sdc_received_at', '_sdc_extracted_at', 'time_extracted', 'snapshot_date'] -%}
    {%- set column = found.get(tap_linkedin_pages.bare(name)) -%}
    {%- if column is not none -%}
      {{ return(tap_linkedin_pages.read_column(column, 'timestamp')) }}
    {%- endif -%}
  {%- endfor -%}
  {{ return('cast(null as ' ~ tap_linkedin_pages.type_of('timestamp') ~ ')') }}
{% endmacro %}
