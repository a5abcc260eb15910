#!/usr/bin/env bash
# Loads the pages of many connections, one folder for each; for cron.
#
#   nightly.sh                      all of connections/*
#   nightly.sh northwind fabrikam   these two
#
# connections/NAME/config.json has the tap's settings, with a token of its own; state.json and two logs come beside it. Tap
# and target are in ./venv, once for all. The target takes its settings from connections/NAME/target.json, else from
# ./target.json. Every record says by which connection it came, in the column "connection".
#
#   JOBS    how many connections are read at once (1); more only where each has a schema of its own in its target.json:
#           targets that make the tables of one schema at the same time fail each other
#   TARGET  what loads them (target-postgres)
#
# It prints a line for each connection that is not complete, with what its log has of it, which cron sends by mail. It ends
# with 0 where all of them are complete; 1 where one of them failed, or is still under way from the night before; 3 where
# none failed, and a limit stopped some: these go on in the next night.
set -uo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"

# cron's own PATH is short: this is where pip put tap and target.
PATH=$PWD/venv/bin:$PATH
JOBS=${JOBS:-1}
TARGET=${TARGET:-target-postgres}

# Loads one connection; its exit code is the tap's, or 1 where the target failed.
load() (
  cd -- "connections/$1" || exit 1
  exec 9> lock
  if ! flock --nonblock 9; then
    echo 'The run before this one is still under way.'
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
  # The last line is the whole state. After a crash of the target it might be half of one: then the tap looks further up.
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
  echo "There is no connection in $PWD/connections."
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
