// `npm run signatures`: has npm check the registry's signature of every installed package. A bad or missing signature
// fails; a registry that does not answer, or does not sign at all, proves nothing and passes.
import { spawnSync } from 'node:child_process';
import { root } from './workshop.mjs';

const { stdout, stderr } = spawnSync('npm', ['audit', 'signatures', '--json', '--fetch-retries=1'], {
  cwd: root,
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
const { passed, verdict } = judge(stdout);
console.log(verdict);
if (!passed) {
  console.log(stdout + stderr);
  process.exitCode = 1;
}

function judge(answer) {
  const { invalid, missing, error } = parse(answer);
  if (invalid && missing) {
    const names = [...invalid, ...missing].map(({ name, version }) => `${name}@${version}`);
    return names.length === 0
      ? { passed: true, verdict: 'All package signatures are valid.' }
      : { passed: false, verdict: `Bad or missing signature: ${names.join(', ')}` };
  }
  const why = error?.summary ?? '';
  if (
    /^(E[45]\d\d|E(NOTFOUND|AI_AGAIN|NETUNREACH|HOSTUNREACH)|ECONN\w+|E\w*TIMEDOUT|ERR_SOCKET_TIMEOUT)$/.test(
      error?.code,
    )
  ) {
    return { passed: true, verdict: `Not checked: the registry or Sigstore's keys cannot be reached: ${why}` };
  }
  if (why.includes('installed from a supported registry')) {
    return { passed: true, verdict: `Not checked: this registry does not sign: ${why}` };
  }
  return { passed: false, verdict: `npm could not check the signatures, although the registry answered: ${why}` };
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
