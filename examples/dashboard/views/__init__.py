"""A module for each view: show(marts, choice) puts it on the page."""
