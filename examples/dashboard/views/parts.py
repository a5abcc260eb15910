"""Shared parts of several views."""

import pandas as pd
import streamlit as st

from choice import Choice
from marts import Marts


def days_of(marts: Marts, choice: Choice) -> pd.DataFrame:
    """The days of the period, up to the last one that any of the pages has."""
    days = marts.read("daily", choice.pages)
    days["day"] = pd.to_datetime(days["day"])
    return days[days["day"] > days["day"].max() - pd.Timedelta(days=choice.days)]


def by_day(days: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    """Sums over the pages; a day that no page has stays empty rather than zero."""
    return days.groupby("day")[columns].sum(min_count=1)


def comparison(marts: Marts, choice: Choice) -> pd.DataFrame:
    """current_value and previous_value by measure, for all pages together; a rate is computed from sums."""
    rows = marts.read("period_comparison", choice.pages, f"period_days = {int(choice.days)}")
    values = ["current_value", "previous_value"]
    sums = rows[rows["measure"] != "engagement_rate"].groupby("measure")[values].sum(min_count=1)
    if {"interactions", "impressions"} <= set(sums.index):
        sums.loc["engagement_rate"] = sums.loc["interactions"] / sums.loc["impressions"].replace(0, float("nan"))
    return sums


def metrics(compared: pd.DataFrame, labels: dict[str, str]) -> None:
    """Shows a number for each measure, with its change from the previous period."""
    for column, (measure, label) in zip(st.columns(len(labels)), labels.items()):
        if measure not in compared.index or pd.isna(compared.loc[measure, "current_value"]):
            column.metric(label, "–")
            continue
        now, before = compared.loc[measure, ["current_value", "previous_value"]]
        column.metric(label, written(measure, now), None if pd.isna(before) else change(measure, now - before))


def written(measure: str, value: float) -> str:
    return f"{value:.2%}" if measure.endswith("_rate") else f"{value:,.0f}"


def change(measure: str, value: float) -> str:
    return f"{100 * value:+.2f} points" if measure.endswith("_rate") else f"{value:+,.0f}"
