import { InputFaults, nameFault, TapError, traceOf } from '../errors.js';
import { isLimit } from '../linkedin/errors.js';
import type { Logger } from '../log/logger.js';
import { ReaderGoneError } from '../singer/output.js';
import { EXIT, type ExitCode } from './process-io.js';
import { InterruptedError } from './signals.js';

/** Logs why a command ends early, and returns its exit code. */
export function exitCodeOf(fault: unknown, logger: Logger): ExitCode {
  const error = nameFault(fault);
  if (error instanceof InputFaults) {
    for (const each of error.errors) exitCodeOf(each, logger);
    return EXIT.failed;
  }
  if (error instanceof ReaderGoneError) {
    logger.warning(error.message);
    return EXIT.readerGone;
  }
  if (error instanceof InterruptedError) {
    logger.warning(error.advice);
    return EXIT[error.signal];
  }
  if (isLimit(error)) {
    logger.warning(error.advice);
    return EXIT.deferred;
  }
  if (error instanceof TapError) {
    sayFaults(error, logger);
    return EXIT.failed;
  }
  logger.critical(`Unexpected fault, please report it: ${traceOf(error)}`);
  return EXIT.failed;
}

/** One line for each of several faults, then one that ends the run. */
function sayFaults({ code, message, hint, advice }: TapError, logger: Logger): void {
  const [head = '', ...faults] = message.split('\n- ');
  const extra = { code };
  for (const fault of faults) logger.error(fault, { extra });
  logger.critical(faults.length === 0 ? advice : `${head.replace(/:$/, '.')} ${hint}`.trimEnd(), { extra });
}
