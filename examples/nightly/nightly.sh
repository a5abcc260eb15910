#!/usr/bin/env bash
# Loads the pages of many connections, with a folder for each; meant for cron.
#
#   nightly.sh                      all of connections/*
#   nightly.sh northwind fabrikam   these two
#
# connections/NAME/config.json has the tap's settings, including the connection's own token; state.json and two logs are
# written next to it. Tap and target are in ./venv, shared by all. The target takes its settings from
# connections/NAME/target.json, or else from ./target.json. The column "connection" names each record's connection.
#
#   JOBS    how many connections are read at once (default 1); use more only if each has its own schema in its target.json:
#           targets that create the tables of one schema at the same time make each other fail
#   TARGET  the target's command (default target-postgres)
#
# For each connection that is not complete, it prints a line and the relevant lines of its log, which cron sends by mail.
# Exit code: 0 if all are complete; 1 if one failed or is still running from the night before; 3 if none failed but a
# limit stopped some, which continue the next night.
set -uo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"

# cron's own PATH is short; pip has put tap and target here.
PATH=$PWD/venv/bin:$PATH
JOBS=${JOBS:-1}
TARGET=${TARGET:-target-postgres}

# Loads one connection; exits with the tap's exit code, or with 1 if the target failed.
load() (
  cd -- "connections/$1" || exit 1
  exec 9> lock
  if ! flock --nonblock 9; then
    echo 'The previous run is still running.'
    exit 1
  fi
  settings=../../target.json
  if [ -e target.json ]; then settings=target.json; fi
  touch state.json
  TAP_LINKEDIN_PAGES_CONNECTION_NAME=$1 tap-linkedin-pages --config ENV --config config.json --state state.json 2> tap.log |
    "$TARGET" --config "$settings" >> state.json 2> target.log
  codes=("${PIPESTATUS[@]}")
  if [ "${codes[1]}" -ne 0 ]; then
    echo "$TARGET ended with ${codes[1]}."
    tail -n 20 target.log
    exit 1
  fi
  # The last line is the complete state. After a crash of the target it may be cut off; the tap then uses an earlier
  # line.
  tail -n 1 state.json > state.new && mv state.new state.json
  if [ "${codes[0]}" -ne 0 ]; then grep -E '^(WARNING|ERROR|CRITICAL) ' tap.log; fi
  exit "${codes[0]}"
)

names=("$@")
if [ ${#names[@]} -eq 0 ]; then
  shopt -s nullglob
  for folder in connections/*/; do names+=("$(basename -- "$folder")"); done
fi
if [ ${#names[@]} -eq 0 ]; then
  echo "There are no connections in $PWD/connections."
  exit 1
fi

said=$(mktemp -d)
trap 'rm -rf -- "$said"' EXIT
for name in "${names[@]}"; do
  while [ "$(jobs -rp | wc -l)" -ge "$JOBS" ]; do wait -n; done
  { load "$name" > "$said/$name" 2>&1; echo $? > "$said/$name.code"; } &
done
wait

result=0
for name in "${names[@]}"; do
  code=$(cat -- "$said/$name.code")
  if [ "$code" -eq 0 ]; then continue; fi
  echo "$name ended with $code:"
  cat -- "$said/$name"
  if [ "$code" -ne 3 ]; then result=1; elif [ "$result" -eq 0 ]; then result=3; fi
done
exit "$result"
