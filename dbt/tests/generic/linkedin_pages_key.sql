{# Finds rows with duplicate keys; columns are given by their schema names. A stream that was not loaded has none. #}
{% test linkedin_pages_key(model, columns) %}
  {%- set found = tap_linkedin_pages.columns_of(model) if execute else {} -%}
  {%- set keys = [] -%}
  {%- for column in columns if tap_linkedin_pages.bare(column) in found -%}
    {%- do keys.append(adapter.quote(found[tap_linkedin_pages.bare(column)].name)) -%}
  {%- endfor -%}
  {%- if keys | length == 0 %}
select 1 as nothing where 1 = 0
  {%- else %}
select {{ keys | join(', ') }}, count(*) as times
from {{ model }}
group by {{ keys | join(', ') }}
having count(*) > 1
  {%- endif %}
{% endtest %}
