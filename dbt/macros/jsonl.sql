{# Files with the tap's lines that are read in place of a target's tables: DuckDB only. A pattern with * names many. #}
{% macro jsonl_files() %}
  {%- set files = var('tap_linkedin_pages_jsonl', none) -%}
  {%- if files is none or files == '' -%}{{ return([]) }}{%- endif -%}
  {{ return([files] if files is string else files) }}
{% endmacro %}
