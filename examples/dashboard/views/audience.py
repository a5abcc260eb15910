"""Who follows the pages, and who visits them."""

import streamlit as st

from choice import Choice
from marts import Marts

LISTED = 20


def show(marts: Marts, choice: Choice) -> None:
    left, right = st.columns(2)
    audience = left.selectbox("Audience", ["followers", "visitors"])
    rows = marts.read("demographics", choice.pages, "is_latest")
    rows = rows[rows["audience"] == audience]
    facets = sorted(rows["facet"].unique())
    if not facets:
        st.info(f"There is no data about {audience}.")
        return
    facet = right.selectbox("By", facets, format_func=lambda facet: facet.replace("_", " "))
    totals = rows[rows["facet"] == facet].groupby("name")["total"].sum().sort_values(ascending=False)
    st.subheader(f"{audience.capitalize()} by {facet.replace('_', ' ')}")
    st.caption("LinkedIn lists at most a hundred values, so they do not add up to the total.")
    st.bar_chart(totals.head(LISTED), horizontal=True, sort=False, x_label=audience, y_label="")
    st.dataframe(totals.reset_index(), hide_index=True)
