#!/usr/bin/env bash
# Loads LinkedIn Pages into PostgreSQL; for cron. Beside this file it needs config.json, the tap's settings, and target.json,
# those of target-postgres. It ends as the tap did: 0 all is there, 1 something failed, 3 the rest comes with the next run.
# Then it also prints why, which cron sends by mail.
set -uo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"

# cron's own PATH is short: this is where pip put tap and target.
PATH=$PWD/venv/bin:$PATH

exec 9> lock
if ! flock --nonblock 9; then
  echo 'The run before this one is still under way.' >&2
  exit 1
fi

touch state.json
tap-linkedin-pages --config config.json --state state.json 2> tap.log |
  target-postgres --config target.json >> state.json 2> target.log
codes=("${PIPESTATUS[@]}")

# The last line is the whole state. After a crash of the target it might be half of one: then the tap looks further up.
if [ "${codes[1]}" -eq 0 ]; then
  tail -n 1 state.json > state.new && mv state.new state.json
else
  tail -n 20 target.log >&2
  exit "${codes[1]}"
fi
if [ "${codes[0]}" -ne 0 ]; then grep -E '^(WARNING|ERROR|CRITICAL) ' tap.log >&2; fi
exit "${codes[0]}"
