"""LinkedIn Pages, every night: a lane for each connection, with its shards read in parallel.

Connections are the files `connections/<app>/<name>.json` next to this one: the tap's settings without secrets. Airflow
needs:

- a connection `linkedin_<name>` for each, with the secrets in its extra field (`{"access_token": "..."}`),
- a connection `warehouse` of type postgres, for rows, states and leases,
- a pool `linkedin_<app>` for each app: LinkedIn counts calls per app, so the pool limits how many of its shards run at
  once.

Lanes do not wait for each other: a client with an expired token, or one that has reached a limit, holds up nobody else.
"""

from __future__ import annotations

import os
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from airflow.sdk import Connection as Stored
from airflow.sdk import Param, TaskGroup, dag, get_current_context, task
from airflow.sdk.exceptions import AirflowFailException, AirflowRescheduleException

from shards.load import Failed, Target
from shards.nightly import Connection, describe_missing, list_connections, merge, plan, read_connection, seconds, sync
from shards.store import Held, Row, Store

CONNECTIONS = Path(os.environ.get("LINKEDIN_CONNECTIONS", Path(__file__).parent / "connections"))


@dag(
    schedule=os.environ.get("LINKEDIN_SCHEDULE", "15 4 * * *") or None,
    start_date=datetime(2026, 1, 1, tzinfo=timezone.utc),
    catchup=False,
    max_active_runs=1,
    params={"shards": Param(2, type="integer", minimum=1, description="Shards of each connection")},
    default_args={"retries": 3, "retry_delay": timedelta(seconds=seconds("RETRY", 60))},
)
def linkedin_pages() -> None:
    for app, names in list_connections(CONNECTIONS).items():
        with TaskGroup(app):
            for name in names:
                lane(app, name)


def lane(app: str, name: str) -> None:
    """Plans, runs the shards, then merges their states into one, whether or not the shards succeeded."""
    pool = f"linkedin_{app}"

    @task(task_id="plan", pool=pool)
    def plan_shards() -> list[Row]:
        context = get_current_context()
        try:
            with rescheduled():
                return plan(open_store(), connection(), context["run_id"], context["params"]["shards"])
        except Failed as error:
            # The tap has already retried whatever is temporary.
            raise AirflowFailException(str(error)) from error

    @task(task_id="sync", pool=pool, map_index_template="{{ shard }}")
    def sync_shard(planned: Row) -> Row:
        context = get_current_context()
        context["shard"] = planned["shard"]
        with rescheduled():
            outcome = sync(open_store(), connection(), context["run_id"], planned, target=target(name), log=print)
        said = " ".join(outcome["said"])
        if outcome["exit_code"] == 1:
            # What succeeded is in the warehouse and in the state; an immediate retry would not help.
            raise AirflowFailException(f"The tap could not read everything. {said}")
        if outcome["exit_code"] == 3 and outcome["resume_after"]:
            raise AirflowRescheduleException(not_before(datetime.fromisoformat(outcome["resume_after"])))
        return {name: outcome[name] for name in ("exit_code", "said")}

    @task(task_id="merge", trigger_rule="all_done")
    def merge_states() -> None:
        with rescheduled():
            outcomes = merge(open_store(), name, get_current_context()["run_id"])
        missing = describe_missing(outcomes) if outcomes else "it could not be planned."
        if missing:
            raise AirflowFailException(f"Not everything of {name} was read; the state of what was read is kept. Missing: {missing}")

    def connection() -> Connection:
        return read_connection(CONNECTIONS, app, name, Stored.get(f"linkedin_{name}").extra_dejson)

    with TaskGroup(name):
        sync_shard.expand(planned=plan_shards()) >> merge_states()


def warehouse() -> dict[str, Any]:
    stored = Stored.get("warehouse")
    return {
        "host": stored.host,
        "port": stored.port or 5432,
        "user": stored.login,
        "password": stored.password,
        "dbname": stored.schema,
    }


def open_store() -> Store:
    return Store(warehouse())


def target(name: str) -> Target:
    """MeltanoLabs' target-postgres. Each connection has its own schema."""
    schema = f"linkedin_{name}"
    settings = warehouse()
    settings["database"] = settings.pop("dbname")
    return Target("target-postgres", {**settings, "default_target_schema": schema}, place=schema)


class rescheduled:
    """Reschedules the task until another run's lease ends: the slot is free meanwhile, and no retry is used up."""

    def __enter__(self) -> None: ...

    def __exit__(self, kind: Any, error: BaseException | None, trace: Any) -> None:
        if isinstance(error, Held):
            raise AirflowRescheduleException(not_before(error.until + timedelta(seconds=1))) from error


def not_before(moment: datetime) -> datetime:
    """The moment, or slightly later than now if it has passed: a wrong clock must not cause a busy loop."""
    return max(moment, datetime.now(timezone.utc) + timedelta(seconds=seconds("AGAIN", 30)))


linkedin_pages()
