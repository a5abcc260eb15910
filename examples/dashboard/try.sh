#!/usr/bin/env bash
# Makes pages.duckdb in this folder: the sandbox's pages, read by the tap, and the dbt package's tables of them.
# Tap, dbt and the other requirements.txt have to be on the PATH.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
# Beside this folder where `tap-linkedin-pages examples` has put both, else as in the project.
package=$(cd ../dbt 2>/dev/null || cd ../../dbt && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tap-linkedin-pages sandbox --now 2026-11-22T09:00:00Z -- \
  sh -c 'tap-linkedin-pages --config "$SANDBOX_CONFIG"' >"$work/lines.jsonl"
cat >"$work/profiles.yml" <<END
tap_linkedin_pages:
  target: duckdb
  outputs:
    duckdb: { type: duckdb, path: "$PWD/pages.duckdb", schema: analytics, threads: 1 }
END
dbt --quiet build --project-dir "$package" --profiles-dir "$work" --target-path "$work/target" --log-path "$work" \
  --vars "{ tap_linkedin_pages_jsonl: '$work/lines.jsonl' }"
echo "pages.duckdb is there: streamlit run app.py"
