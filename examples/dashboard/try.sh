#!/usr/bin/env bash
# Makes pages.duckdb in this folder: the tap reads the sandbox's pages, and the dbt package builds its tables from them.
# The tap, dbt and the rest of requirements.txt have to be on the PATH.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
# Next to this folder if `tap-linkedin-pages examples` copied both, otherwise where the project has it.
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
echo "pages.duckdb is ready; now run: streamlit run app.py"
