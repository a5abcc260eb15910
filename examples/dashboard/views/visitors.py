"""Who visited the pages."""

import streamlit as st

from choice import Choice
from marts import Marts
from views.parts import by_day, comparison, days_of, metrics

DEVICES = {"desktop_page_views": "desktop", "mobile_page_views": "mobile"}


def show(marts: Marts, choice: Choice) -> None:
    metrics(comparison(marts, choice), {"page_views": f"Page views in {choice.days} days"})
    days = days_of(marts, choice)
    st.subheader("Page views by day")
    st.line_chart(by_day(days, ["page_views"]), y_label="page views", x_label="day")
    st.subheader("Page views by device")
    st.caption("Desktop and mobile may add up to less than the total.")
    st.bar_chart(by_day(days, list(DEVICES)).rename(columns=DEVICES), x_label="day", y_label="page views")
    st.subheader("Visitors by day")
    st.caption("Members who came on several days or to several pages are counted each time.")
    st.line_chart(days.pivot(index="day", columns="page", values="page_visitors"), y_label="visitors", x_label="day")
