"""LinkedIn Pages, every night: an asset for each family of streams, a partition for each connection, and its shards side by side.

Connections are the files `connections/<app>/<name>.json` beside this one: the tap's settings without secrets, which are read
from `$LINKEDIN_SECRETS/<name>.json`. The warehouse is where libpq's PGHOST, PGPORT, PGUSER, PGPASSWORD and PGDATABASE say; it
also holds states and leases. LinkedIn counts the calls of an app, so each app has a pool `linkedin_<app>`:
`dagster instance concurrency set linkedin_agency 4` is how many of its shards run at once.

A file that is added becomes a partition by itself, and is read at once. A folder, that is an app, takes a reload of this code.
"""

from __future__ import annotations

import dagster as dg

from nights import APPS, lanes_of

defs = dg.Definitions.merge(*(lanes_of(app) for app in APPS))
