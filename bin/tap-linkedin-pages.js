#!/usr/bin/env node
try {
  await import('../dist/src/cli/bin.js');
} catch (error) {
  // The message of OpenFilesError, whose file could not be opened either.
  if (error.code !== 'EMFILE' && error.code !== 'ENFILE') throw error;
  process.stderr.write(
    `CRITICAL No further file can be opened (${error.code}). Raise the limit for this process, for instance by ulimit -n 256.\n`,
  );
  process.exitCode = 1;
}
