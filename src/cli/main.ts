import { traceOf } from '../errors.js';
import { readPackageVersion } from '../package.js';
import { ReaderGoneError } from '../singer/output.js';
import { EXIT, type ExitCode, type Host } from './host.js';
import { printDocument } from './print.js';

/**
 * Runs one command and gives its exit code; never throws and never ends the process. `--version` and a plain
 * `--discover` are answered before anything that is slow to load is imported.
 */
export async function main(host: Host): Promise<ExitCode> {
  // A log that nobody reads any more is no reason to fail.
  host.stderr.on('error', () => {});
  try {
    return await run(host);
  } catch (error) {
    if (error instanceof ReaderGoneError) return EXIT.readerGone;
    host.stderr.write(`CRITICAL ${traceOf(error)}\n`);
    return EXIT.failed;
  }
}

async function run(host: Host): Promise<ExitCode> {
  switch (host.argv.join(' ')) {
    case '--version':
      await printDocument(host, `tap-linkedin-pages ${readPackageVersion()}`);
      return EXIT.done;
    case '--discover': {
      const { renderCatalog } = await import('./discover.js');
      await printDocument(host, renderCatalog({ snapshotHistory: false }));
      return EXIT.done;
    }
    default: {
      const { runCommandLine } = await import('./command-line.js');
      const { runTap } = await import('./tap.js');
      return await runCommandLine(host, runTap);
    }
  }
}
