"""The tables, from DuckDB or PostgreSQL, as data frames.

DASHBOARD_DATABASE is a DuckDB file (default: pages.duckdb next to this file) or
postgresql://user:password@host:port/database. DASHBOARD_SCHEMA is the schema in which dbt built the tables
(default: analytics).
"""

import os
from pathlib import Path

import pandas as pd
import streamlit as st


class Marts:
    """Each query reads one table of the package; whatever a table already has is not computed again here."""

    def __init__(self, database: str, schema: str):
        self._database = database
        self._schema = schema

    def pages(self) -> pd.DataFrame:
        """organization_id and page, sorted by name."""
        return self._ask(f"select organization_id, page from {self._table('daily')} group by 1, 2 order by 2")

    def periods(self) -> list[int]:
        """Lengths in days of the periods that can be compared."""
        rows = self._ask(f"select distinct period_days from {self._table('period_comparison')} order by 1")
        return [int(days) for days in rows["period_days"]]

    def read(self, mart: str, pages: tuple[int, ...], where: str = "1 = 1") -> pd.DataFrame:
        """The rows of a table for these pages. `where` is our own SQL, never user input."""
        numbers = ", ".join(str(int(page)) for page in pages)
        return self._ask(f"select * from {self._table(mart)} where organization_id in ({numbers}) and {where}")

    def _table(self, mart: str) -> str:
        return f'"{self._schema}"."linkedin_pages__{mart}"'

    def _ask(self, query: str) -> pd.DataFrame:
        return _ask(self._database, query)


def open_marts() -> Marts:
    return Marts(
        os.environ.get("DASHBOARD_DATABASE", str(Path(__file__).with_name("pages.duckdb"))),
        os.environ.get("DASHBOARD_SCHEMA", "analytics"),
    )


@st.cache_data(ttl=600, show_spinner=False)
def _ask(database: str, query: str) -> pd.DataFrame:
    """Opens a connection per query, so that the DuckDB file stays free for the next dbt build."""
    connection, columns, rows = _run(database, query)
    connection.close()
    return pd.DataFrame(rows, columns=columns)


def _run(database: str, query: str):
    if database.startswith(("postgresql://", "postgres://")):
        import psycopg2

        connection = psycopg2.connect(database)
        cursor = connection.cursor()
    else:
        import duckdb

        connection = duckdb.connect(database, read_only=True)
        cursor = connection
    cursor.execute(query)
    return connection, [column[0] for column in cursor.description], cursor.fetchall()
