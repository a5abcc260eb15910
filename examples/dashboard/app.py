"""A dashboard over the tables of the dbt package. `streamlit run app.py`; marts.py says where they are."""

import streamlit as st

from choice import choose
from marts import open_marts
from views import audience, followers, health, overview, posts, visitors

VIEWS = {
    "Overview": overview.show,
    "Followers": followers.show,
    "Posts": posts.show,
    "Audience": audience.show,
    "Visitors": visitors.show,
    "Data health": health.show,
}

st.set_page_config(page_title="LinkedIn Pages", layout="wide")
marts = open_marts()
view = st.sidebar.radio("View", list(VIEWS))
choice = choose(marts)
st.title(view)
if marts.pages().empty:
    st.info("There are no pages in the tables yet. Run the tap, then dbt build.")
elif not choice.pages:
    st.info("Choose a page on the left.")
else:
    VIEWS[view](marts, choice)
