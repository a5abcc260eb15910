{# Fails if a column and a column of another relation have different sums; `condition` selects the other's rows. #}
{% test linkedin_pages_same_sum(model, column, to, other_column, condition='1 = 1') %}
with sums as (
  select
    (select coalesce(sum({{ column }}), 0) from {{ model }}) as here,
    (select coalesce(sum({{ other_column }}), 0) from {{ to }} where {{ condition }}) as there
)

select * from sums where here <> there
{% endtest %}
