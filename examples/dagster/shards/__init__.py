"""Runs shards of tap-linkedin-pages one night after the other, with their states in PostgreSQL.

`store.py` keeps states and leases, `load.py` runs the tap and hands what it reads to a target, `nightly.py` has the three
steps of a night for a scheduler: plan, sync, merge. Nothing here knows of Airflow or Dagster; the folder is the same beside
both examples.
"""
