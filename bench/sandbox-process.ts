// Runs the sandbox in a separate process, so that its time and memory do not count as the tap's. Exits with its parent.
import { startSandbox, type SandboxPatch } from '../src/sandbox/index.js';

process.on('disconnect', () => process.exit());
const sandbox = await startSandbox(JSON.parse(process.argv[2]!) as SandboxPatch);
process.send!(sandbox.config);
