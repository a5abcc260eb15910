{# LinkedIn's page view counters, by their staging names, without the _unique variants. #}
{% macro page_view_counters() %}
  {%- set counters = [] -%}
  {%- for part in ['all', 'overview', 'about', 'people', 'jobs', 'careers', 'life_at', 'insights', 'products'] -%}
    {%- for device in ['', 'desktop_', 'mobile_'] -%}
      {%- do counters.append('all_' ~ device ~ 'page_views' if part == 'all' else device ~ part ~ '_page_views') -%}
    {%- endfor -%}
  {%- endfor -%}
  {{ return(counters) }}
{% endmacro %}

{# `desktop_life_at_page_views` as LinkedIn writes it. #}
{% macro camel_case(name) %}
  {%- set words = name.split('_') -%}
  {{ return(words[0] ~ words[1:] | map('capitalize') | join('')) }}
{% endmacro %}

{# Views and clicks under Keboola's names, which are LinkedIn's flattened with `_`. #}
{% macro keboola_page_views() %}
  {%- set columns = [] -%}
  {%- for counter in tap_linkedin_pages.page_view_counters() -%}
    {%- set name = 'views_' ~ tap_linkedin_pages.camel_case(counter) -%}
    {%- do columns.append(counter ~ ' as "' ~ name ~ '_pageViews"') -%}
    {%- do columns.append(counter ~ '_unique as "' ~ name ~ '_uniquePageViews"') -%}
  {%- endfor -%}
  {%- for list in ['desktop_custom_button_click_counts', 'mobile_custom_button_click_counts'] -%}
    {%- set text = tap_linkedin_pages.json_text(list) -%}
    {%- do columns.append(text ~ ' as "clicks_' ~ tap_linkedin_pages.camel_case(list) ~ '"') -%}
  {%- endfor -%}
  {%- for clicks, counters in tap_linkedin_pages.careers_page_clicks().items() -%}
    {%- for counter in counters -%}
      {%- set name = tap_linkedin_pages.camel_case(clicks) ~ '_' ~ tap_linkedin_pages.camel_case(counter) -%}
      {%- do columns.append(clicks ~ '_' ~ counter ~ ' as "clicks_' ~ name ~ '"') -%}
    {%- endfor -%}
  {%- endfor -%}
  {{ return(columns | join(',\n  ')) }}
{% endmacro %}

{# Clicks on careers pages, in the order of LinkedIn's older answers. #}
{% macro careers_page_clicks() %}
  {{ return({
    'careers_page_clicks': [
      'careers_page_promo_links_clicks',
      'careers_page_banner_promo_clicks',
      'careers_page_jobs_clicks',
      'careers_page_employees_clicks',
    ],
    'mobile_careers_page_clicks': [
      'careers_page_jobs_clicks',
      'careers_page_promo_links_clicks',
      'careers_page_employees_clicks',
    ],
  }) }}
{% endmacro %}

{# Views under Fivetran's names; `unique` adds the unique views, which only some tables have. #}
{% macro fivetran_page_views(unique=false) %}
  {%- set columns = [] -%}
  {%- for counter in tap_linkedin_pages.page_view_counters() -%}
    {%- do columns.append(counter) -%}
    {%- if unique -%}
      {%- do columns.append(counter ~ '_unique as ' ~ counter.replace('_page_views', '_unique_page_views')) -%}
    {%- endif -%}
  {%- endfor -%}
  {{ return(columns | join(',\n  ')) }}
{% endmacro %}
