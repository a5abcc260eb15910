{#
  A daily series, extended by the older days in a table that another tool left behind.

  new: a relation, for instance ref('airbyte__share_statistics_time_bound'). old: a relation with the same columns, or some
  of them. page, first, last: the columns with the page and the start and end of a day, of the same type in both relations.
  A day of the old table is taken if it ends by the start of the page's first day in the new one, or if the new one lacks
  the page. Columns that the old table lacks are null in its rows; its additional columns are left out.
#}
{% macro since_ever(new, old, page, first, last) %}
  {%- set there = [] -%}
  {%- for column in adapter.get_columns_in_relation(old) -%}{%- do there.append(column.name) -%}{%- endfor -%}
  {%- set columns = adapter.get_columns_in_relation(new) -%}
select
  {%- for column in columns %}
  {{ adapter.quote(column.name) }}{{ ',' if not loop.last }}
  {%- endfor %}
from {{ new }}
union all
select
  {%- for column in columns %}
  {%- set name = adapter.quote(column.name) %}
  {{ ('older.' ~ name if column.name in there else 'cast(null as ' ~ column.dtype ~ ')') ~ ' as ' ~ name }}{{ ',' if not loop.last }}
  {%- endfor %}
from {{ old }} as older
left join (
  select {{ adapter.quote(page) }} as page, min({{ adapter.quote(first) }}) as first_of_page
  from {{ new }}
  group by {{ adapter.quote(page) }}
) as begins on begins.page = older.{{ adapter.quote(page) }}
where begins.first_of_page is null or older.{{ adapter.quote(last) }} <= begins.first_of_page
{% endmacro %}
