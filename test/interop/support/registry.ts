import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { runProgram, type ProgramInputs } from './program.js';

/** What pip, npm and the programs they run print if the registry, or the connection to it, is the problem. */
const REGISTRY_TROUBLE =
  /ENOTFOUND|EAI_AGAIN|ECONNRE(FUSED|SET)|ETIMEDOUT|ERR_SOCKET_TIMEOUT|npm error code E[45]\d\d|HTTP error 5\d\d|connection broken|Could not fetch URL|(Connection|Timeout|Protocol|Resolution)Error|error sending request|operation timed out/;

/** Seconds to wait before each further try. */
const WAITS = [5, 15, 30];

/** Number of characters shown of a failed program's output. */
const SHOWN = 3000;

/** A registry, or the connection to it, failed; the package is not to blame. */
class RegistryTrouble extends Error {}

/** Runs a command that downloads from a registry, again if the registry fails, and returns what it printed. */
export async function install(command: string, inputs: ProgramInputs): Promise<string> {
  for (let tries = 0; ; tries++) {
    try {
      return await installOnce(command, inputs);
    } catch (error) {
      if (!(error instanceof RegistryTrouble) || tries === WAITS.length) throw error;
      console.log(`${error.message}\nAgain in ${WAITS[tries]} seconds.`);
      await delay(WAITS[tries]! * 1000);
    }
  }
}

/** The same for commands that cannot be repeated. Throws if it fails, and blames the registry if that is the cause. */
export async function installOnce(command: string, inputs: ProgramInputs): Promise<string> {
  const { exitCode, stdout, stderr } = await runProgram(command, {
    ...inputs,
    env: { ...installerEnvironment(), ...inputs.env },
  });
  if (exitCode === 0) return stdout;
  const said = `${command} ended with ${exitCode}.\n${(stdout + stderr).slice(-SHOWN)}`;
  if (!REGISTRY_TROUBLE.test(stdout + stderr)) throw new Error(said);
  throw new RegistryTrouble(`The registry or the way to it failed, not the package: ${said}`);
}

/** The machine's settings for registries, and the user's caches, whatever the home folder is. */
function installerEnvironment(): Record<string, string> {
  const wanted = /^(pip_|uv_|ssl_|requests_ca|node_extra_ca|https?_proxy|no_proxy)/i;
  return {
    PIP_CACHE_DIR: join(homedir(), '.cache', 'pip'),
    PIP_DISABLE_PIP_VERSION_CHECK: '1',
    PIP_RETRIES: '8',
    UV_CACHE_DIR: join(homedir(), '.cache', 'uv'),
    npm_config_cache: join(homedir(), '.npm'),
    npm_config_fetch_retries: '5',
    npm_config_prefer_offline: 'true',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
    ...Object.fromEntries(
      Object.entries(process.env).flatMap(([name, value]) => (wanted.test(name) ? [[name, value!]] : [])),
    ),
  };
}
