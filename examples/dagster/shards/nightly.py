"""One connection's night in three steps: plan, sync each shard, merge. Each step may be repeated at any time.

A connection is a settings file, `connections/<app>/<name>.json`; its secrets are kept elsewhere. Its tables have their own
schema, `linkedin_<name>`, and its rows contain its name.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .load import Failed, Reading, Target, variables
from .store import Done, Lease, Lost, Row, State, Store


@dataclass(frozen=True)
class Connection:
    """One set of credentials: its name, its settings, and its secret settings."""

    name: str
    settings: dict[str, Any]
    secrets: dict[str, Any]


def list_connections(folder: Path) -> dict[str, list[str]]:
    """The names of the connections of each app."""
    return {app.name: sorted(file.stem for file in app.glob("*.json")) for app in sorted(folder.iterdir()) if app.is_dir()}


def read_connection(folder: Path, app: str, name: str, secrets: dict[str, Any]) -> Connection:
    return Connection(name, json.loads((folder / app / f"{name}.json").read_text()), secrets)


def plan(store: Store, connection: Connection, night: str, shards: int) -> list[Row]:
    """The tap's plan of what each shard reads. If the night has already begun, returns its existing plan."""
    planned = store.plan_of(connection.name, night)
    if planned is not None:
        return planned
    for left in store.unmerged(connection.name):
        merge(store, connection.name, left)
    base, state = store.latest(connection.name)
    with tempfile.TemporaryDirectory() as place:
        arguments = ["plan", *write_inputs(Path(place), connection, state), "--shards", str(shards)]
        planned = json.loads(ask(arguments, connection.secrets))
    store.open(connection.name, night, base=base, plan=planned)
    return planned


def sync(
    store: Store, connection: Connection, night: str, planned: Row, *, target: Target, log: Callable[[str], None]
) -> Row:
    """
    Reads one shard into the warehouse. Returns `exit_code` (0; 1: something failed, the rest is loaded; 3: stopped at a
    limit), `resume_after` (ISO text or None), `said` (what failed) and `summary` (the tap's). A finished shard is not read
    again. Raises Held while another run holds the shard, Lost if another run has taken it over or the night is over, and
    Failed if the tap or the target fails.
    """
    try:
        lease = store.take(connection.name, night, planned["shard"], seconds=seconds("LEASE", 90))
    except Done as done:
        return done.outcome
    try:
        outcome = read(lease, connection, planned, target, log)
    except BaseException:
        lease.end(None)
        raise
    if not lease.end(outcome):
        raise Lost("Another run has taken the lease.")
    return outcome


def read(lease: Lease, connection: Connection, planned: Row, target: Target, log: Callable[[str], None]) -> Row:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        inputs = write_inputs(folder, connection, lease.state, planned.get("max_calls"))
        more = ["--shard", planned["shard"], "--summary", str(folder / "summary.json")]
        reading = Reading(lease, folder, [*inputs, *more], connection.secrets, target, log, seconds("SEGMENT", 60))
        code = reading.run()
        said = reading.complaints[-5:]
        if code not in (0, 1, 3):
            raise Failed(f"The tap ended with {code}. {' '.join(said)}")
        file = folder / "summary.json"
        summary = json.loads(file.read_text()) if file.exists() else {}
    return {"exit_code": code, "resume_after": summary.get("resume_after"), "said": said, "summary": summary}


def merge(store: Store, name: str, night: str) -> dict[str, Row | None]:
    """
    Merges the states of the shards into one. Returns the outcome of each shard, None for one that did not finish. Raises
    Held while a shard is being read.
    """
    store.merge(name, night, join)
    return store.outcomes(name, night)


def describe_missing(outcomes: dict[str, Row | None]) -> dict[str, str]:
    """The shards that did not read everything they should, and why. Whatever a limit stopped is read the next night."""
    return {
        shard: " ".join(outcome["said"]) if outcome else "It did not finish."
        for shard, outcome in outcomes.items()
        if outcome is None or outcome["exit_code"] == 1
    }


def join(base: State, states: list[State]) -> State:
    """The tap's merge of a base state and the states of the shards."""
    with tempfile.TemporaryDirectory() as place:
        paths = [Path(place) / f"{index}.json" for index in range(len(states) + 1)]
        for path, state in zip(paths, [base, *states], strict=True):
            path.write_text(json.dumps(state))
        return json.loads(ask(["state", "merge", "--base", *map(str, paths)], {}))


def write_inputs(folder: Path, connection: Connection, state: State, max_calls: Any = None) -> list[str]:
    """Writes settings and state to files, and returns the arguments that name the files."""
    settings = {"connection_name": connection.name, **connection.settings}
    if max_calls is not None:
        settings["max_calls"] = max_calls
    (folder / "config.json").write_text(json.dumps(settings))
    (folder / "state.json").write_text(json.dumps(state))
    return ["--config", str(folder / "config.json"), "--config", "ENV", "--state", str(folder / "state.json")]


def ask(arguments: list[str], secrets: dict[str, Any]) -> str:
    """Returns the output of a tap command. Raises Failed with the end of its log."""
    done = subprocess.run(
        ["tap-linkedin-pages", *arguments], env={**os.environ, **variables(secrets)}, capture_output=True, text=True
    )
    if done.returncode != 0:
        raise Failed(f"tap-linkedin-pages {arguments[0]} ended with {done.returncode}. {done.stderr.strip()[-2000:]}")
    return done.stdout


def seconds(name: str, usual: float) -> float:
    """A duration that can be set by LINKEDIN_<NAME>_SECONDS."""
    return float(os.environ.get(f"LINKEDIN_{name}_SECONDS", usual))
