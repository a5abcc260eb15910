import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { packageRoot } from '../../src/package.js';
import { makeFolder } from '../support/folders.js';

/** What `npm audit signatures --json` prints, as its source (lib/utils/verify-signatures.js of npm 11) has it. */
const ANSWERS = {
  good: { invalid: [], missing: [] },
  tampered: { invalid: [{ name: 'ajv', version: '8.20.0', code: 'EINTEGRITYSIGNATURE' }], missing: [] },
  unsigned: { invalid: [], missing: [{ name: 'ajv', version: '8.20.0' }] },
  unreachable: { error: { code: 'ENOTFOUND', summary: 'getaddrinfo ENOTFOUND registry.example' } },
  unavailable: { error: { code: 'E503', summary: '503 Service Unavailable' } },
  unsupported: {
    error: { summary: 'found no dependencies to audit that were installed from a supported registry' },
  },
  odd: { error: { code: 'ETARGET', summary: 'No matching version found' } },
};

describe('the check of signatures', () => {
  for (const [answer, status, verdict] of [
    ['good', 0, /^All package signatures are valid\./],
    ['tampered', 1, /^Bad or missing signature: ajv@8\.20\.0/],
    ['unsigned', 1, /^Bad or missing signature: ajv@8\.20\.0/],
    ['unreachable', 0, /^Not checked: the registry .* cannot be reached: getaddrinfo/],
    ['unavailable', 0, /^Not checked: the registry .* cannot be reached: 503/],
    ['unsupported', 0, /^Not checked: this registry does not sign/],
    ['odd', 1, /^npm could not check the signatures, although the registry answered: No matching version/],
  ] as const) {
    it(`${status === 0 ? 'passes' : 'fails'} when npm finds them ${answer}, and says so`, () => {
      const folder = makeFolder();
      writeFileSync(join(folder, 'npm'), `#!/bin/sh\necho '${JSON.stringify(ANSWERS[answer])}'\n`, { mode: 0o755 });
      const script = fileURLToPath(new URL('scripts/release/signatures.mjs', packageRoot));
      const env = { ...process.env, PATH: `${folder}:${process.env['PATH']}` };
      const run = spawnSync(process.execPath, [script], { env, encoding: 'utf8' });
      expect(run.status, run.stderr).to.equal(status);
      expect(run.stdout).to.match(verdict);
    });
  }
});
