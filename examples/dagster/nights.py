"""Assets, checks, schedule and sensor of each app. They are per app because a pool is part of an op's definition."""

import os
from collections.abc import Iterator
from datetime import datetime, timezone
from typing import Any

import dagster as dg

from places import CONNECTIONS, connection, open_store, target
from shards.load import Failed
from shards.nightly import describe_missing, list_connections, merge, plan, seconds, sync
from shards.store import Held, Row
from telling import FAMILIES, check, describe

APPS = list_connections(CONNECTIONS)
SHARDS = int(os.environ.get("LINKEDIN_SHARDS", "2"))

# A killed step is started again and continues from the last state it saved.
AGAIN = dg.RetryPolicy(max_retries=3, delay=seconds("RETRY", 60))

IN_PROCESSES = dg.multiprocess_executor.configured(
    {"max_concurrent": 4, "start_method": {"forkserver": {"preload_modules": ["nights"]}}}
)


def name_of(context: Any) -> str:
    """The connection that a run is for."""
    return context.run.tags["dagster/partition"]


def night_of(context: Any) -> str:
    """Id of the run, or of the original run if this one retries it after a crash."""
    return context.run.root_run_id or context.run.run_id


def held(error: Held) -> dg.RetryRequested:
    wait = max(1.0, (error.until - datetime.now(timezone.utc)).total_seconds() + 1)
    return dg.RetryRequested(max_retries=100, seconds_to_wait=wait)


def lanes_of(app: str) -> dg.Definitions:
    pool = f"linkedin_{app}"
    partitions = dg.DynamicPartitionsDefinition(name=f"linkedin_{app}")
    keys = {family: dg.AssetKey([pool, family]) for family in FAMILIES}

    @dg.op(name=f"{app}_plan", pool=pool, retry_policy=AGAIN, out=dg.DynamicOut())
    def plan_shards(context: dg.OpExecutionContext) -> Iterator[dg.DynamicOutput[Row]]:
        name = name_of(context)
        try:
            planned = plan(open_store(), connection(app, name), night_of(context), SHARDS)
        except Held as error:
            raise held(error) from error
        except Failed as error:
            # The tap has already retried whatever is temporary.
            raise dg.Failure(str(error), allow_retries=False) from error
        for each in planned:
            yield dg.DynamicOutput(each, mapping_key=each["shard"].replace("/", "_of_"))

    @dg.op(name=f"{app}_sync", pool=pool, retry_policy=AGAIN)
    def sync_shard(context: dg.OpExecutionContext, planned: Row) -> str:
        name = name_of(context)
        try:
            lane = connection(app, name)
            outcome = sync(open_store(), lane, night_of(context), planned, target=target(name), log=context.log.info)
        except Held as error:
            raise held(error) from error
        return f"{planned['shard']} ended with {outcome['exit_code']}"

    @dg.op(name=f"{app}_merge", retry_policy=AGAIN, out={family: dg.Out(dg.Nothing) for family in FAMILIES})
    def merge_states(context: dg.OpExecutionContext, ends: list[str]) -> Iterator[dg.Output[None]]:
        """Merges the states of all shards into one and reports what was read for each family, even after failures."""
        context.log.info("; ".join(ends))
        store = open_store()
        try:
            outcomes = merge(store, name_of(context), night_of(context))
        except Held as error:
            raise held(error) from error
        version, _ = store.latest(name_of(context))
        for family in FAMILIES:
            yield dg.Output(None, output_name=family, metadata={"state_version": version, **describe(family, outcomes)})

    @dg.graph_multi_asset(
        name=f"{app}_night",
        outs={family: dg.AssetOut(key=key) for family, key in keys.items()},
        partitions_def=partitions,
        group_name=pool,
    )
    def night() -> dict[str, Any]:
        merged = merge_states(plan_shards().map(sync_shard).collect())
        return {family: getattr(merged, family) for family in FAMILIES}

    @dg.multi_asset_check(
        name=f"{app}_complete",
        specs=[dg.AssetCheckSpec("complete", asset=key, blocking=True) for key in keys.values()],
    )
    def complete(context: dg.AssetCheckExecutionContext) -> Iterator[dg.AssetCheckResult]:
        """Checks that every expected day of every page was read. A failed shard fails the run; what was read stays."""
        outcomes = open_store().outcomes(name_of(context), night_of(context))
        for family, key in keys.items():
            yield check(family, key, outcomes)
        if missing := describe_missing(outcomes):
            raise dg.Failure(f"Not everything was read: {missing}")

    job = dg.define_asset_job(
        pool, selection=dg.AssetSelection.assets(*keys.values()), partitions_def=partitions, executor_def=IN_PROCESSES
    )

    @dg.schedule(name=f"{pool}_nightly", job=job, default_status=dg.DefaultScheduleStatus.RUNNING, cron_schedule="15 4 * * *", execution_timezone="UTC")
    def nightly(context: dg.ScheduleEvaluationContext) -> list[dg.RunRequest]:
        day = f"{context.scheduled_execution_time:%Y-%m-%d}"
        return [dg.RunRequest(partition_key=name, run_key=f"{day} {name}") for name in list_connections(CONNECTIONS).get(app, [])]

    @dg.sensor(
        name=f"{pool}_connections",
        job=job,
        default_status=dg.DefaultSensorStatus.RUNNING,
        minimum_interval_seconds=int(seconds("SENSOR", 30)),
    )
    def connections(context: dg.SensorEvaluationContext) -> dg.SensorResult:
        """Makes a new connection a partition, and resumes one stopped by a limit once the limit is over."""
        names = list_connections(CONNECTIONS).get(app, [])
        known = set(context.instance.get_dynamic_partitions(partitions.name))
        new = [name for name in names if name not in known]
        now = datetime.now(timezone.utc)
        due = [(name, night) for name, night, after in open_store().put_off(names) if now >= after]
        return dg.SensorResult(
            run_requests=[
                *(dg.RunRequest(partition_key=name, run_key=f"new {name}") for name in new),
                *(dg.RunRequest(partition_key=name, run_key=f"after {night} {name}") for name, night in due),
            ],
            dynamic_partitions_requests=[partitions.build_add_request(new)] if new else [],
        )

    return dg.Definitions(
        assets=[night], asset_checks=[complete], jobs=[job], schedules=[nightly], sensors=[connections]
    )
