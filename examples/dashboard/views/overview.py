"""How the pages perform, compared with the previous period."""

import streamlit as st

from choice import Choice
from marts import Marts
from views.parts import by_day, comparison, days_of, metrics

MEASURES = {
    "impressions": "Impressions",
    "interactions": "Interactions",
    "engagement_rate": "Engagement rate",
    "followers_gained": "Followers gained",
    "page_views": "Page views",
}


def show(marts: Marts, choice: Choice) -> None:
    st.caption(f"The latest {choice.days} days with data, compared with the {choice.days} days before them.")
    metrics(comparison(marts, choice), MEASURES)
    days = by_day(days_of(marts, choice), ["impressions", "interactions", "followers_gained", "page_views"])
    left, right = st.columns(2)
    left.subheader("Impressions by day")
    left.line_chart(days, y="impressions", y_label="impressions", x_label="day")
    right.subheader("Interactions by day")
    right.line_chart(days, y="interactions", y_label="interactions", x_label="day")
    st.subheader("Pages")
    rows = marts.read("period_comparison", choice.pages, f"period_days = {int(choice.days)}")
    table = rows.pivot(index="page", columns="measure", values="current_value")
    st.dataframe(
        table.reindex(columns=list(MEASURES)).rename(columns=MEASURES),
        column_config={MEASURES["engagement_rate"]: st.column_config.NumberColumn(format="percent")},
    )
