// Rewrites everything derived from schemas/ and the code; with --check, only lists what is stale and exits with 1.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';
import {
  airbyteCatalog,
  discoveredCatalog,
  everythingCatalog,
  fivetranCatalog,
  keboolaCatalog,
} from './generate/catalogs.mjs';
import { dbtModels, dbtRetentionRules, dbtSources, dbtStagingDocs } from './generate/dbt.mjs';
import { assumptionsDoc } from './generate/assumptions-doc.mjs';
import { licensesDoc } from './generate/licenses-doc.mjs';
import { settingsDoc } from './generate/settings-doc.mjs';
import { familyDocs, readme, streamsDoc } from './generate/streams-doc.mjs';
import { meltanoDefinition, meltanoProject } from './generate/meltano.mjs';
import { recordTypes, settingsType } from './generate/types.mjs';
import { settingsValidator } from './generate/validator.mjs';

const root = new URL('../', import.meta.url);

/**
 * In build order. Modules in dist/ are imported only when needed: types come first, and the build may depend on a
 * change in them.
 */
export const targets = [
  { file: 'src/generated/config.ts', content: settingsType },
  { file: 'src/generated/config-validator.ts', content: settingsValidator },
  { file: 'src/generated/records.ts', content: recordTypes },
  { file: 'docs/settings.md', content: settingsDoc },
  { file: 'docs/assumptions.md', content: assumptionsDoc },
  { file: 'docs/licenses.md', content: licensesDoc },
  { file: 'docs/streams.md', content: streamsDoc },
  ...familyDocs,
  { file: 'README.md', content: readme },
  { file: 'examples/meltano/meltano.yml', content: meltanoProject },
  { file: 'examples/meltano/hub.yml', content: meltanoDefinition },
  { file: 'catalog/discovered.json', content: discoveredCatalog },
  { file: 'catalog/airbyte.json', content: airbyteCatalog },
  { file: 'catalog/keboola.json', content: keboolaCatalog },
  { file: 'catalog/fivetran.json', content: fivetranCatalog },
  { file: 'catalog/everything.json', content: everythingCatalog },
  { file: 'dbt/models/sources.yml', content: dbtSources },
  { file: 'dbt/models/staging/staging.yml', content: dbtStagingDocs },
  { file: 'dbt/macros/retention_rules.sql', content: dbtRetentionRules },
  ...dbtModels(streamNames()),
];

/** Returns the names of the stale files, and rewrites them unless `check` is set. */
export async function generate({ check = false } = {}) {
  const stale = [];
  for (const { file, content } of targets) {
    const made = await formatted(file, await content());
    if (made === current(file)) continue;
    stale.push(file);
    if (check) continue;
    mkdirSync(new URL('.', new URL(file, root)), { recursive: true });
    writeFileSync(new URL(file, root), made);
  }
  return stale;
}

/** Each stream has a schema file named after it; config.json is not one of them. */
function streamNames() {
  const files = readdirSync(new URL('schemas/', root)).filter((file) => file.endsWith('.json'));
  return files.map((file) => file.slice(0, -'.json'.length)).filter((name) => name !== 'config');
}

/** Formatted so that `prettier --check .` passes. */
async function formatted(file, text) {
  const path = fileURLToPath(new URL(file, root));
  const ignorePath = fileURLToPath(new URL('.prettierignore', root));
  const { ignored, inferredParser } = await prettier.getFileInfo(path, { ignorePath });
  return ignored || inferredParser === null
    ? text
    : prettier.format(text, { ...(await prettier.resolveConfig(path)), filepath: path });
}

function current(file) {
  try {
    return readFileSync(new URL(file, root), 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const check = process.argv.includes('--check');
  const stale = await generate({ check });
  for (const file of stale) console.error(check ? `${file} is stale: run npm run generate` : `${file} written`);
  if (check && stale.length > 0) process.exitCode = 1;
}
