// The sandbox in a process of its own, so that its time and memory are not the tap's. Ends with the process that forked it.
import { startSandbox, type SandboxPatch } from '../src/sandbox/index.js';

process.on('disconnect', () => process.exit());
const sandbox = await startSandbox(JSON.parse(process.argv[2]!) as SandboxPatch);
process.send!(sandbox.config);
