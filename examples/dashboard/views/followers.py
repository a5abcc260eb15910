"""How many followers there are, and how many were gained."""

import streamlit as st

from choice import Choice
from marts import Marts
from views.parts import by_day, comparison, days_of, metrics

GAINS = {"followers_gained_organic": "organic", "followers_gained_paid": "paid"}


def show(marts: Marts, choice: Choice) -> None:
    history = marts.read("follower_history", choice.pages)
    newest = history[history["is_latest"]]
    st.metric("Followers", f"{int(newest['followers'].sum()):,}")
    metrics(comparison(marts, choice), {"followers_gained": f"Gained in {choice.days} days"})
    st.subheader("Gained by day")
    st.caption("LinkedIn serves followers two days late.")
    gains = by_day(days_of(marts, choice), list(GAINS)).rename(columns=GAINS)
    st.bar_chart(gains, x_label="day", y_label="followers")
    st.subheader("Gained by month")
    months = marts.read("monthly", choice.pages)
    st.dataframe(months.pivot(index="month", columns="page", values="followers_gained").sort_index(ascending=False))
    if history["snapshot_date"].nunique() > 1:
        st.subheader("Followers by snapshot date")
        st.line_chart(history.pivot(index="snapshot_date", columns="page", values="followers"))
