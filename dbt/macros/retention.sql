{#
  Deletes what LinkedIn's rules no longer allow to be kept, stream by stream (retention_rules.sql), from the tables that
  a target loaded. Run it every day:

    dbt run-operation linkedin_pages_retention
    dbt run-operation linkedin_pages_retention --args '{dry_run: true}'

  A row's age counts from when the target loaded it, or from its snapshot_date. If a stream's table has neither, nothing of
  it is deleted, and the operation fails at the end. `as_of`: an instant in UTC to use as now.
#}
{% macro linkedin_pages_retention(dry_run=false, as_of=none) %}
  {%- set now = as_of or modules.datetime.datetime.utcnow().strftime('%Y-%m-%d %H:%M:%S') -%}
  {%- set unkept = [] -%}
  {%- for stream, period in tap_linkedin_pages.retention_rules().items() -%}
    {%- set relation = tap_linkedin_pages.loaded_table(stream) -%}
    {%- if relation is not none -%}
      {%- set since = tap_linkedin_pages.stored_since(relation) -%}
      {%- if since is none -%}
        {%- do unkept.append(stream) -%}
      {%- else -%}
        {%- set condition = since ~ " < timestamp '" ~ now ~ "' - interval '" ~ period ~ "'" -%}
        {%- set rows = run_query('select count(*) from ' ~ relation ~ ' where ' ~ condition).columns[0][0] | int -%}
        {%- if rows > 0 and not dry_run -%}
          {%- do tap_linkedin_pages.delete_rows(relation, condition) -%}
        {%- endif -%}
        {%- do log(stream ~ ': ' ~ rows ~ ' rows older than ' ~ period ~ (' to delete' if dry_run else ' deleted'), info=true) -%}
      {%- endif -%}
    {%- endif -%}
  {%- endfor -%}
  {%- if unkept -%}
    {%- do exceptions.raise_compiler_error(
      'It is not recorded when the rows of ' ~ unkept | join(', ') ~ ' were stored: have the target write its metadata columns.'
    ) -%}
  {%- endif -%}
{% endmacro %}

{# The table that a target loaded a stream into; none if it does not exist. #}
{% macro loaded_table(stream) %}
  {{ return(adapter.get_relation(
    database=var('tap_linkedin_pages_database', target.database),
    schema=var('tap_linkedin_pages_schema', 'linkedin'),
    identifier=stream
  )) }}
{% endmacro %}

{# SQL for the instant from which a row's age counts; none if no column records it. #}
{% macro stored_since(relation) %}
  {%- set loaded = tap_linkedin_pages.loaded_at(tap_linkedin_pages.columns_of(relation)) -%}
  {{ return(none if loaded.startswith('cast(null') else loaded) }}
{% endmacro %}

{# An operation does not commit by itself. #}
{% macro delete_rows(relation, condition) %}
  {%- call statement('delete_rows', auto_begin=true) -%}
    delete from {{ relation }} where {{ condition }}
  {%- endcall -%}
  {%- do adapter.commit() -%}
{% endmacro %}
