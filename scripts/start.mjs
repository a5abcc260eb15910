// `npm start`: sets up what is missing, then runs the tap; without arguments, its demo. A sync without --config reads
// from an embedded sandbox, so that a fresh clone shows something at once.
import './setup.mjs';

const { COMMANDS } = await import('../dist/src/cli/command-line.js');
const { main } = await import('../dist/src/cli/main.js');

const argv = process.argv.length > 2 ? process.argv.slice(2) : ['demo'];
const { stdout, stderr } = process;
const other = [...COMMANDS, '--config', '-c', '--discover', '-d', '--about', '--version', '--help'];
const needsSandbox = !argv.some((argument) => other.includes(argument.split('=')[0]));

process.exitCode = needsSandbox
  ? await demonstrate()
  : await main({ argv, env: process.env, stdout, stderr, signals: process });

async function demonstrate() {
  const { settingsFor } = await import('../dist/src/cli/demo.js');
  const { startSandbox } = await import('../dist/src/sandbox/index.js');
  const sandbox = await startSandbox();
  stderr.write(
    `INFO Reading made-up pages from a sandbox at ${sandbox.url}; pass -- --config FILE to read your own.\n`,
  );
  try {
    return await main({
      argv: ['--config', 'ENV', ...argv],
      env: settingsFor(sandbox, {}),
      stdout,
      stderr,
      signals: process,
    });
  } finally {
    await sandbox.close();
  }
}
