"""One module per view; show(marts, choice) renders it."""
