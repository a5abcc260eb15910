"""Runs shards of tap-linkedin-pages night after night, with their states in PostgreSQL.

`store.py` stores states and leases, `load.py` runs the tap and passes its output to a target, and `nightly.py` has the
three steps of a night for a scheduler: plan, sync, merge. Nothing here depends on Airflow or Dagster; both examples have
an identical copy of this folder.
"""
