#!/usr/bin/env bash
# Loads LinkedIn Pages into PostgreSQL; meant for cron. It needs two files next to it: config.json with the tap's
# settings, and target.json with those of target-postgres. It exits like the tap: 0 if everything was read, 1 if
# something failed, 3 if the rest comes with the next run. If not 0, it also prints why, which cron sends by mail.
set -uo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"

# cron's own PATH is short; pip has put tap and target here.
PATH=$PWD/venv/bin:$PATH

exec 9> lock
if ! flock --nonblock 9; then
  echo 'The previous run is still running.' >&2
  exit 1
fi

touch state.json
tap-linkedin-pages --config config.json --state state.json 2> tap.log |
  target-postgres --config target.json >> state.json 2> target.log
codes=("${PIPESTATUS[@]}")

# The last line is the complete state. After a crash of the target it may be cut off; the tap then uses an earlier line.
if [ "${codes[1]}" -eq 0 ]; then
  tail -n 1 state.json > state.new && mv state.new state.json
else
  tail -n 20 target.log >&2
  exit "${codes[1]}"
fi
if [ "${codes[0]}" -ne 0 ]; then grep -E '^(WARNING|ERROR|CRITICAL) ' tap.log >&2; fi
exit "${codes[0]}"
