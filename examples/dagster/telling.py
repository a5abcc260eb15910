"""Turns the tap's summaries into metadata and checks of an asset."""

from __future__ import annotations

from typing import Any

import dagster as dg

from shards.store import Row

FAMILIES = ["organizations", "followers", "shares", "pages", "posts", "notifications", "standardized"]

Outcomes = dict[str, Row | None]


def streams_of(family: str, outcomes: Outcomes) -> list[Row]:
    """What the shards' summaries say about the family's streams."""
    summaries = [outcome["summary"] for outcome in outcomes.values() if outcome]
    return [stream for summary in summaries for stream in summary.get("streams", []) if stream["family"] == family]


def describe(family: str, outcomes: Outcomes) -> dict[str, Any]:
    """A night's numbers for one asset, all shards together."""
    streams = streams_of(family, outcomes)
    days = [stream["newest_day"] for stream in streams if stream["newest_day"]]
    numbers = {
        "records": sum(stream["records"] for stream in streams),
        "calls": sum(stream["calls"] for stream in streams),
        "pages_refused": sum_of(streams, "refused"),
        "pages_failed": sum_of(streams, "failed"),
        "pages_left": sum_of(streams, "left"),
    }
    return {**numbers, **({"newest_day": max(days)} if days else {})}


def sum_of(streams: list[Row], fate: str) -> int:
    return sum(stream["organizations"][fate] for stream in streams)


def missing_days(family: str, outcomes: Outcomes) -> dict[str, list[str]]:
    """The missing ranges of days, by page."""
    names = {stream["stream"] for stream in streams_of(family, outcomes)}
    found: dict[str, list[str]] = {}
    for outcome in outcomes.values():
        for page in (outcome or {}).get("summary", {}).get("organizations", []):
            gaps = [
                f"{stream}: {stretch['start']} to {stretch['end']}"
                for stream, progress in page["incremental"].items()
                if stream in names
                for stretch in progress.get("days", {}).get("behind", [])
            ]
            if gaps:
                found[page["organization"]] = gaps
    return found


def check(family: str, key: dg.AssetKey, outcomes: Outcomes) -> dg.AssetCheckResult:
    """Passes if every shard was read completely and no day is missing. A limit or a missing day is only a warning."""
    streams = streams_of(family, outcomes)
    broken = [shard for shard, outcome in outcomes.items() if outcome is None]
    limited = [shard for shard, outcome in outcomes.items() if outcome and outcome["exit_code"] == 3]
    failed = sorted({stream["stream"] for stream in streams if stream["failed"]})
    gaps = missing_days(family, outcomes)
    is_failure = bool(broken or failed)
    return dg.AssetCheckResult(
        asset_key=key,
        check_name="complete",
        passed=not (is_failure or limited or gaps),
        severity=dg.AssetCheckSeverity.ERROR if is_failure else dg.AssetCheckSeverity.WARN,
        metadata={"failed": failed, "broken_off": broken, "put_off": limited, "missing_days": gaps},
    )
