{# Files with the tap's lines, read instead of a target's tables (DuckDB only). A pattern with * may name several. #}
{% macro jsonl_files() %}
  {%- set files = var('tap_linkedin_pages_jsonl', none) -%}
  {%- if files is none or files == '' -%}{{ return([]) }}{%- endif -%}
  {{ return([files] if files is string else files) }}
{% endmacro %}
