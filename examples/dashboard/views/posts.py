"""Which posts performed well."""

import streamlit as st

from choice import Choice
from marts import Marts

COLUMNS = ["published_on", "page", "kind", "commentary", "impressions", "interactions", "engagement_rate", "permalink"]


def show(marts: Marts, choice: Choice) -> None:
    posts = marts.read("posts", choice.pages, "published_on is not null")
    kinds = st.multiselect("Kind", sorted(posts["kind"].unique()))
    if kinds:
        posts = posts[posts["kind"].isin(kinds)]
    counted = posts.dropna(subset=["interactions"])
    left, right = st.columns(2)
    left.metric("Posts", f"{len(posts):,}")
    right.metric("Without numbers", f"{len(posts) - len(counted):,}")
    st.subheader("Top posts by interactions")
    best = counted.sort_values(["interactions", "post"], ascending=[False, True]).head(50)
    st.dataframe(
        best[COLUMNS],
        hide_index=True,
        column_config={
            "permalink": st.column_config.LinkColumn("post", display_text="open"),
            "engagement_rate": st.column_config.NumberColumn("engagement", format="percent"),
        },
    )
    st.subheader("Interactions per post, by kind")
    st.bar_chart(counted.groupby("kind")["interactions"].median(), horizontal=True, x_label="median", y_label="")
