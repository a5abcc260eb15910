"""The chosen pages and period."""

from dataclasses import dataclass

import streamlit as st

from marts import Marts


@dataclass(frozen=True)
class Choice:
    pages: tuple[int, ...]  # organization ids
    days: int  # length of the period


def choose(marts: Marts) -> Choice:
    """Asks for the choice in the sidebar."""
    names = dict(marts.pages().itertuples(index=False))
    chosen = st.sidebar.multiselect("Pages", list(names), default=list(names), format_func=names.get)
    periods = marts.periods()
    usual = periods.index(28) if 28 in periods else 0
    days = st.sidebar.selectbox("Period", periods, index=usual, format_func=lambda days: f"{days} days")
    return Choice(tuple(chosen), days or 0)
