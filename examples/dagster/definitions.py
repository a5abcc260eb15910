"""LinkedIn Pages, every night: an asset per family of streams, a partition per connection, and its shards in parallel.

Connections are the files `connections/<app>/<name>.json` next to this one: the tap's settings without secrets. The
secrets are read from `$LINKEDIN_SECRETS/<name>.json`. The warehouse is given by libpq's PGHOST, PGPORT, PGUSER,
PGPASSWORD and PGDATABASE; it also stores states and leases. LinkedIn counts calls per app, so each app has a pool
`linkedin_<app>`: `dagster instance concurrency set linkedin_agency 4` sets how many of its shards run at once.

A new file automatically becomes a partition and is read at once. A new folder, which is a new app, requires reloading this
code.
"""

from __future__ import annotations

import dagster as dg

from nights import APPS, lanes_of

defs = dg.Definitions.merge(*(lanes_of(app) for app in APPS))
