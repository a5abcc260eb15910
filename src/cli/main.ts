import { nameFault, TapError, traceOf } from '../errors.js';
import { readPackageVersion } from '../package.js';
import { ReaderGoneError } from '../singer/output.js';
import { printDocument } from './print.js';
import { EXIT, type ProcessIo } from './process-io.js';

/**
 * Runs one command and returns its exit code; never throws and never ends the process. `--version` and a plain
 * `--discover` are answered before anything slow is imported.
 */
export async function main(io: ProcessIo): Promise<number> {
  // A log that nobody reads any more is no reason to fail.
  io.stderr.on('error', () => {});
  try {
    return await run(io);
  } catch (error) {
    if (error instanceof ReaderGoneError) return EXIT.readerGone;
    const fault = nameFault(error);
    io.stderr.write(`CRITICAL ${fault instanceof TapError ? fault.advice : traceOf(fault)}\n`);
    return EXIT.failed;
  }
}

const FIRST_STEPS = `CRITICAL Nothing to do: neither --config nor a command is given.
To try it without a token:  tap-linkedin-pages demo
To get a token:             tap-linkedin-pages login --help
To read your pages:         tap-linkedin-pages --config config.json
All options and commands:   tap-linkedin-pages --help`;

async function run(io: ProcessIo): Promise<number> {
  switch (io.argv.join(' ')) {
    case '':
      io.stderr.write(`${FIRST_STEPS}\n`);
      return EXIT.usage;
    case '--version':
      await printDocument(io, `tap-linkedin-pages ${readPackageVersion()}`);
      return EXIT.done;
    case '--discover': {
      const { renderCatalog } = await import('./discover.js');
      await printDocument(io, renderCatalog({ snapshotHistory: false }));
      return EXIT.done;
    }
    default: {
      const { readPlainSync } = await import('./plain-sync.js');
      const plain = readPlainSync(io.argv);
      const { runTap } = await import('./tap.js');
      if (plain) return await runTap(plain, io);
      const { runCommandLine } = await import('./command-line.js');
      return await runCommandLine(io, runTap);
    }
  }
}
