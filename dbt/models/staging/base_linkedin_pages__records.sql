{{ config(materialized='table', enabled=tap_linkedin_pages.jsonl_files() | length > 0) }}

{# The tap's lines in the order they were written; files in the order of their names. #}
select
  stream,
  record,
  cast(time_extracted as timestamp) as time_extracted,
  row_number() over (order by filename, line) as position
from (
  select *, row_number() over () as line
  from read_json(
    [{% for file in tap_linkedin_pages.jsonl_files() %}'{{ file | replace("'", "''") }}'{{ ', ' if not loop.last }}{% endfor %}],
    format = 'newline_delimited',
    columns = {type: 'VARCHAR', stream: 'VARCHAR', record: 'JSON', time_extracted: 'VARCHAR'},
    filename = true,
    maximum_object_size = 67108864
  )
) as lines
where type = 'RECORD'
