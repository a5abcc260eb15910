"""Whether the numbers are complete."""

import streamlit as st

from choice import Choice
from marts import Marts

STATISTICS = {"impressions": "shares", "followers_gained": "followers", "page_views": "visits"}


def show(marts: Marts, choice: Choice) -> None:
    missing = marts.read("missing_days", choice.pages)
    left, right = st.columns(2)
    left.metric("Missing days", f"{int(missing['days'].sum()) if len(missing) else 0:,}")
    right.metric("Pages with missing days", missing["organization_id"].nunique())
    if missing.empty:
        st.success("No page has a missing day.")
    else:
        st.subheader("What is missing")
        ordered = missing.sort_values(["page", "statistic", "from_day"])
        st.dataframe(ordered[["page", "statistic", "from_day", "to_day", "days"]], hide_index=True)
    st.subheader("The last day of each statistic")
    days = marts.read("daily", choice.pages)
    last = {name: days.dropna(subset=[column]).groupby("page")["day"].max() for column, name in STATISTICS.items()}
    table = days[["page"]].drop_duplicates().set_index("page").sort_index()
    for name, column in last.items():
        table[name] = column
    st.dataframe(table)
    st.subheader("The last snapshot")
    history = marts.read("follower_history", choice.pages, "is_latest")
    st.dataframe(history[["page", "snapshot_date", "followers"]].sort_values("page"), hide_index=True)
