"""A night of one connection in three steps: plan, sync each shard, merge. Each may be repeated at any time.

A connection is a file of settings, `connections/<app>/<name>.json`, with its secrets kept elsewhere. Its tables are in a schema
of its own, `linkedin_<name>`, and its rows carry its name.
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
    """One set of credentials: its name, its settings, and those of them that are secret."""

    name: str
    settings: dict[str, Any]
    secrets: dict[str, Any]


def list_connections(folder: Path) -> dict[str, list[str]]:
    """The names of the connections of each app."""
    return {app.name: sorted(file.stem for file in app.glob("*.json")) for app in sorted(folder.iterdir()) if app.is_dir()}


def read_connection(folder: Path, app: str, name: str, secrets: dict[str, Any]) -> Connection:
    return Connection(name, json.loads((folder / app / f"{name}.json").read_text()), secrets)


def plan(store: Store, connection: Connection, night: str, shards: int) -> list[Row]:
    """What each shard is to read: the tap's own plan. The same again where the night is under way."""
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
    Reads one shard into the warehouse. Returns `exit_code` (0; 1: something failed, and what succeeded is there; 3: stopped at a
    limit), `resume_after` (ISO text or None), `said` (what failed) and `summary` (the tap's). A shard that is done is not read
    again. Raises Held while another run has it, Lost once it has, and Failed where tap or target broke off.
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
        raise Lost("The lease is another's by now.")
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
    Makes one state of what the shards have put out. Returns what became of each, None where it came to no end. Raises Held
    while one is under way.
    """
    store.merge(name, night, join)
    return store.outcomes(name, night)


def describe_missing(outcomes: dict[str, Row | None]) -> dict[str, str]:
    """The shards that did not read all they should, and why. What a limit put off comes with the next night."""
    return {
        shard: " ".join(outcome["said"]) if outcome else "It broke off."
        for shard, outcome in outcomes.items()
        if outcome is None or outcome["exit_code"] == 1
    }


def join(base: State, states: list[State]) -> State:
    """The tap's merge of three."""
    with tempfile.TemporaryDirectory() as place:
        paths = [Path(place) / f"{index}.json" for index in range(len(states) + 1)]
        for path, state in zip(paths, [base, *states], strict=True):
            path.write_text(json.dumps(state))
        return json.loads(ask(["state", "merge", "--base", *map(str, paths)], {}))


def write_inputs(folder: Path, connection: Connection, state: State, max_calls: Any = None) -> list[str]:
    """Writes settings and state, and returns the arguments that name them."""
    settings = {"connection_name": connection.name, **connection.settings}
    if max_calls is not None:
        settings["max_calls"] = max_calls
    (folder / "config.json").write_text(json.dumps(settings))
    (folder / "state.json").write_text(json.dumps(state))
    return ["--config", str(folder / "config.json"), "--config", "ENV", "--state", str(folder / "state.json")]


def ask(arguments: list[str], secrets: dict[str, Any]) -> str:
    """What a command of the tap prints. Raises Failed with its last words."""
    done = subprocess.run(
        ["tap-linkedin-pages", *arguments], env={**os.environ, **variables(secrets)}, capture_output=True, text=True
    )
    if done.returncode != 0:
        raise Failed(f"tap-linkedin-pages {arguments[0]} ended with {done.returncode}. {done.stderr.strip()[-2000:]}")
    return done.stdout


def seconds(name: str, usual: float) -> float:
    """A length of time that may be set, as LINKEDIN_<NAME>_SECONDS."""
    return float(os.environ.get(f"LINKEDIN_{name}_SECONDS", usual))
