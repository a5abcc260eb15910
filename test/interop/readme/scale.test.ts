import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parseAllDocuments } from 'yaml';
import { packageRoot } from '../../../src/package.js';
import { makeFolder } from '../../support/folders.js';
import type { Connection } from '../postgres/server.js';
import { needPostgres, needTools } from '../support/needs.js';
import { linkPrograms } from '../support/path.js';
import { makeDatabase, postgresVariables } from '../support/postgres.js';
import { runProgram } from '../support/program.js';
import { expectEnd, printedOf, scriptOf } from './blocks.js';

const PAGE = 'docs/scale.md';
/** Fewer than in the manifest, whose pods would take minutes one after the other. */
const PODS = 4;
const MANIFEST = 'examples/kubernetes/pages.yaml';

describe('many pages and many tokens', () => {
  needTools('meltanolabs-postgres');
  needPostgres();
  let database: Connection;

  beforeEach(async () => {
    database = await makeDatabase();
  });

  it('are loaded by one script for all connections, with the connection in each row', async () => {
    expectEnd(await runShell(`${targetSettings()}\n${scriptOf(PAGE, 'agency')}`), printedOf(PAGE, 'agency'));
  });

  it('are read and merged by the scripts of the Kubernetes manifest, even if a pod is killed', async () => {
    const { scripts, completions } = readManifest();
    const folder = makeFolder();
    const printed = await runShell(
      `
      cat > sync.sh <<'END_OF_SCRIPT'\n${scripts['sync.sh']!.replace(`/${completions}"`, `/${PODS}"`)}\nEND_OF_SCRIPT
      cat > merge.sh <<'END_OF_SCRIPT'\n${scripts['merge.sh']}\nEND_OF_SCRIPT
      export CONFIG=$PWD STATE=$PWD/state
      mkdir state
      ${targetSettings()}
      tap-linkedin-pages sandbox --organizations 20 --now 2026-11-22T09:00:00Z --output config.json -- bash -ec '
        # The first pod is killed in the middle, whole as pods are, and started again.
        JOB_COMPLETION_INDEX=0 setsid sh sync.sh &
        sleep 1.5
        kill -KILL -- "-$!"
        for index in $(seq 0 ${PODS - 1}); do JOB_COMPLETION_INDEX=$index sh sync.sh; done'
      sh merge.sh
      psql --no-align --tuples-only --command 'SELECT count(*) FROM linkedin.total_follower_count'
      grep -o '"share_statistics_time_bound":{[^}]*}' state/state.json | grep -c urn:li:organization
      ls state`,
      folder,
    );
    expectEnd(printed, '20\n1\nstate.json');
    const state = JSON.parse(readFileSync(join(folder, 'state/state.json'), 'utf8')) as {
      bookmarks: Record<string, object>;
    };
    expect(Object.keys(state)).to.deep.equal(['bookmarks']);
    expect(Object.keys(state.bookmarks['share_statistics_time_bound']!)).to.have.length(20);
  });

  it('are divided in the manifest into as many shards as pods', () => {
    const { scripts, completions } = readManifest();
    expect(scripts['sync.sh']).to.include(`shard="$((JOB_COMPLETION_INDEX + 1))/${completions}"`);
  });

  async function runShell(script: string, folder = makeFolder()): Promise<string> {
    const { exitCode, stdout, stderr } = await runProgram('bash', {
      args: ['-c', `set -eo pipefail\n${script}`],
      cwd: folder,
      env: { PATH: linkPrograms(makeFolder()), ...postgresVariables(database) },
    });
    expect(exitCode, stderr).to.equal(0);
    return stdout;
  }
});

interface ManifestPart {
  readonly kind: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly spec?: { readonly completions?: number };
}

function readManifest(): { scripts: Readonly<Record<string, string>>; completions: number } {
  const parts = parseAllDocuments(readFileSync(new URL(MANIFEST, packageRoot), 'utf8')).map(
    (part) => part.toJS() as ManifestPart,
  );
  return {
    scripts: parts.find(({ kind }) => kind === 'ConfigMap')!.data!,
    completions: parts.find(({ spec }) => spec?.completions !== undefined)!.spec!.completions!,
  };
}

/** The part of the nightly example that writes target.json. */
function targetSettings(): string {
  return /^cat > target\.json[^]*?^END$/m.exec(scriptOf('docs/examples.md', 'nightly'))![0];
}
