"""Where connections, their secrets and the warehouse are."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from shards.load import Target
from shards.nightly import Connection, read_connection
from shards.store import Store

CONNECTIONS = Path(os.environ.get("LINKEDIN_CONNECTIONS", Path(__file__).parent / "connections"))


def warehouse() -> dict[str, Any]:
    names = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD", "dbname": "PGDATABASE"}
    return {name: os.environ[variable] for name, variable in names.items() if variable in os.environ}


def open_store() -> Store:
    return Store(warehouse())


def connection(app: str, name: str) -> Connection:
    secrets = json.loads((Path(os.environ["LINKEDIN_SECRETS"]) / f"{name}.json").read_text())
    return read_connection(CONNECTIONS, app, name, secrets)


def target(name: str) -> Target:
    """MeltanoLabs' target-postgres. Each connection has its own schema."""
    schema = f"linkedin_{name}"
    settings = warehouse()
    settings |= {"database": settings.pop("dbname"), "port": int(settings.get("port", 5432))}
    return Target("target-postgres", {**settings, "default_target_schema": schema}, place=schema)
