"""States and leases in PostgreSQL.

They are in the warehouse because workers on every machine can reach it, and because a restored backup then has rows and
bookmarks that match. A lease is a row with its holder and its end. Whoever takes it over replaces the holder, so that any
later writes of the previous one are refused, and ends the previous holder's sessions in the warehouse. All times are the
database's: the workers' clocks do not matter.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime
from typing import Any

import psycopg
from psycopg.rows import dict_row
from psycopg.types.json import Json

State = dict[str, Any]
Row = dict[str, Any]

SCHEMA = "linkedin_runs"

# All states that a connection has had, its nights, and for each shard of a night the last state loaded.
TABLES = f"""
SELECT pg_advisory_xact_lock(hashtext('{SCHEMA}'));
CREATE SCHEMA IF NOT EXISTS {SCHEMA};
CREATE TABLE IF NOT EXISTS {SCHEMA}.state (
  connection text, version integer, night text NOT NULL, kept_at timestamptz NOT NULL DEFAULT now(), state json NOT NULL,
  PRIMARY KEY (connection, version));
CREATE TABLE IF NOT EXISTS {SCHEMA}.night (
  connection text, night text, base integer NOT NULL, plan json NOT NULL, opened_at timestamptz NOT NULL DEFAULT now(),
  merged_at timestamptz, PRIMARY KEY (connection, night));
CREATE TABLE IF NOT EXISTS {SCHEMA}.shard (
  connection text, night text, shard text, tries integer NOT NULL DEFAULT 0, holder text, lease_ends timestamptz, state json,
  outcome json, PRIMARY KEY (connection, night, shard));
"""


class Held(Exception):
    """Someone else holds the lease, at least until `until`."""

    def __init__(self, until: datetime) -> None:
        super().__init__(f"Another run holds the lease until {until:%H:%M:%S} UTC.")
        self.until = until


class Lost(Exception):
    """Someone else has taken the lease, or the night is over: nothing more may be written."""


class Done(Exception):
    """The shard has already been read completely this night; `outcome` has the result."""

    def __init__(self, outcome: Row) -> None:
        super().__init__("This shard has already been read.")
        self.outcome = outcome


class Store:
    """States and leases of all connections; `warehouse` has psycopg's host, port, user, password and dbname."""

    def __init__(self, warehouse: dict[str, Any]) -> None:
        self.warehouse = warehouse
        with self.connect() as db:
            db.execute(TABLES)

    def connect(self, name: str = "tap-linkedin-pages") -> psycopg.Connection[Row]:
        return psycopg.connect(**self.warehouse, application_name=name, row_factory=dict_row)

    def latest(self, connection: str) -> tuple[int, State]:
        """The version and content of a connection's state; 0 and `{}` if it has none yet."""
        with self.connect() as db:
            row = db.execute(
                f"SELECT version, state FROM {SCHEMA}.state WHERE connection = %s ORDER BY version DESC LIMIT 1", [connection]
            ).fetchone()
        return (row["version"], row["state"]) if row else (0, {})

    def unmerged(self, connection: str) -> list[str]:
        """Nights that were never finished, oldest first."""
        with self.connect() as db:
            rows = db.execute(
                f"SELECT night FROM {SCHEMA}.night WHERE connection = %s AND merged_at IS NULL ORDER BY opened_at", [connection]
            ).fetchall()
        return [row["night"] for row in rows]

    def open(self, connection: str, night: str, *, base: int, plan: list[Row]) -> None:
        """Begins a night, or begins it again if it was already merged. A connection has one open night at a time."""
        with self.connect() as db:
            db.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"{SCHEMA} {connection}"])
            if self.latest(connection)[0] != base or self.unmerged(connection):
                raise Lost(f"Another night of {connection} has begun in the meantime.")
            db.execute(f"DELETE FROM {SCHEMA}.shard WHERE connection = %s AND night = %s", [connection, night])
            db.execute(
                f"INSERT INTO {SCHEMA}.night (connection, night, base, plan) VALUES (%s, %s, %s, %s)"
                " ON CONFLICT (connection, night) DO UPDATE SET base = excluded.base, plan = excluded.plan, merged_at = NULL",
                [connection, night, base, Json(plan)],
            )

    def plan_of(self, connection: str, night: str) -> list[Row] | None:
        """The plan of an open night; None if it is not open."""
        with self.connect() as db:
            row = db.execute(
                f"SELECT plan FROM {SCHEMA}.night WHERE connection = %s AND night = %s AND merged_at IS NULL", [connection, night]
            ).fetchone()
        return row["plan"] if row else None

    def outcomes(self, connection: str, night: str) -> dict[str, Row | None]:
        """The outcome of each planned shard, by name; None for one that did not finish."""
        with self.connect() as db:
            rows = db.execute(
                f"SELECT planned ->> 'shard' AS shard, outcome FROM {SCHEMA}.night"
                f" CROSS JOIN json_array_elements(plan) AS planned LEFT JOIN {SCHEMA}.shard"
                " ON shard.connection = night.connection AND shard.night = night.night AND shard.shard = planned ->> 'shard'"
                " WHERE night.connection = %s AND night.night = %s",
                [connection, night],
            ).fetchall()
        return {row["shard"]: row["outcome"] for row in rows}

    def put_off(self, connections: list[str]) -> list[tuple[str, str, datetime]]:
        """The connections that a limit stopped in their latest night, each with that night and when it can continue."""
        with self.connect() as db:
            rows = db.execute(
                f"SELECT connection, night, max((outcome ->> 'resume_after')::timestamptz) AS after FROM {SCHEMA}.shard"
                f" JOIN (SELECT DISTINCT ON (connection) connection, night FROM {SCHEMA}.night"
                " WHERE connection = ANY(%s) ORDER BY connection, opened_at DESC) AS newest USING (connection, night)"
                " WHERE outcome ->> 'exit_code' = '3' GROUP BY connection, night",
                [connections],
            ).fetchall()
        return [(row["connection"], row["night"], row["after"]) for row in rows]

    def take(self, connection: str, night: str, shard: str, *, seconds: float) -> "Lease":
        """Takes a shard's lease. Raises Held if someone has it, Done if all was read, Lost if the night is over."""
        key = [connection, night, shard]
        lease = Lease(self, key, seconds)
        with self.connect() as db:
            open_night = db.execute(
                f"SELECT base FROM {SCHEMA}.night WHERE connection = %s AND night = %s AND merged_at IS NULL FOR SHARE", key[:2]
            ).fetchone()
            if open_night is None:
                raise Lost(f"The night {night} of {connection} is over. Plan it again to read what is missing.")
            db.execute(f"INSERT INTO {SCHEMA}.shard VALUES (%s, %s, %s) ON CONFLICT DO NOTHING", key)
            row = db.execute(
                "SELECT holder, lease_ends, lease_ends > now() AS held, shard.state, outcome, base.state AS base"
                f" FROM {SCHEMA}.shard LEFT JOIN {SCHEMA}.state AS base"
                " ON base.connection = shard.connection AND base.version = %s"
                " WHERE shard.connection = %s AND shard.night = %s AND shard = %s FOR UPDATE OF shard",
                [open_night["base"], *key],
            ).fetchone()
            assert row is not None
            if row["holder"] and row["held"]:
                raise Held(row["lease_ends"])
            if row["outcome"] and row["outcome"]["exit_code"] == 0:
                raise Done(row["outcome"])
            lease.state = row["state"] or row["base"] or {}
            db.execute(
                f"UPDATE {SCHEMA}.shard SET tries = tries + 1, holder = %s,"
                " lease_ends = clock_timestamp() + %s * interval '1 second', outcome = NULL"
                " WHERE connection = %s AND night = %s AND shard = %s",
                [lease.holder, seconds, *key],
            )
            if row["holder"]:
                # Rolls back the previous holder's transaction, and waits for that: nothing it writes can come after us.
                db.execute(
                    "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE application_name = %s", [row["holder"]]
                )
        return lease

    def merge(self, connection: str, night: str, join: Callable[[State, list[State]], State]) -> None:
        """Ends a night: merges its shards' states into the connection's next. Raises Held while a shard is being read."""
        with self.connect() as db:
            row = db.execute(
                f"SELECT base, merged_at FROM {SCHEMA}.night WHERE connection = %s AND night = %s FOR UPDATE", [connection, night]
            ).fetchone()
            if row is None or row["merged_at"]:
                return
            shards = db.execute(
                f"SELECT state, CASE WHEN holder IS NOT NULL AND lease_ends > now() THEN lease_ends END AS held"
                f" FROM {SCHEMA}.shard WHERE connection = %s AND night = %s ORDER BY shard FOR UPDATE",
                [connection, night],
            ).fetchall()
            held = [shard["held"] for shard in shards if shard["held"]]
            if held:
                raise Held(max(held))
            states = [shard["state"] for shard in shards if shard["state"]]
            if states:
                base = db.execute(
                    f"SELECT state FROM {SCHEMA}.state WHERE connection = %s AND version = %s", [connection, row["base"]]
                ).fetchone()
                # The primary key prevents a second state on the same base.
                db.execute(
                    f"INSERT INTO {SCHEMA}.state (connection, version, night, state) VALUES (%s, %s, %s, %s)",
                    [connection, row["base"] + 1, night, Json(join(base["state"] if base else {}, states))],
                )
            db.execute(f"UPDATE {SCHEMA}.night SET merged_at = now() WHERE connection = %s AND night = %s", [connection, night])
            db.execute(f"UPDATE {SCHEMA}.shard SET holder = NULL WHERE connection = %s AND night = %s", [connection, night])


class Lease:
    """The right to write one shard's state. `state` is the one to continue from."""

    def __init__(self, store: Store, key: list[str], seconds: float) -> None:
        self.store = store
        self.seconds = seconds
        self.holder = f"linkedin {uuid.uuid4().hex}"
        self.state: State = {}
        self._key = key

    def renew(self, db: psycopg.Connection[Row]) -> bool:
        """Extends the lease; returns whether it is still ours."""
        return self._set(db, "lease_ends = clock_timestamp() + %s * interval '1 second'", [self.seconds])

    def save(self, state: State) -> None:
        """Saves a state whose rows are in the warehouse. Raises Lost if someone else has taken the lease."""
        with self.store.connect() as db:
            if not self._set(db, "state = %s", [Json(state)]):
                raise Lost("Another run has taken the lease; this state is not saved.")

    def end(self, outcome: Row | None) -> bool:
        """Releases the lease with the shard's outcome; None: to be tried again. Returns whether the lease was ours."""
        with self.store.connect() as db:
            return self._set(db, "holder = NULL, lease_ends = NULL, outcome = %s", [Json(outcome) if outcome else None])

    def _set(self, db: psycopg.Connection[Row], what: str, values: list[Any]) -> bool:
        done = db.execute(
            f"UPDATE {SCHEMA}.shard SET {what} WHERE connection = %s AND night = %s AND shard = %s AND holder = %s",
            [*values, *self._key, self.holder],
        )
        return done.rowcount == 1
