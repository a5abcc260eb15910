import { createLogger, type Logger, type LoggerOptions } from '../log/logger.js';
import { readLogPreferences } from '../log/preferences.js';
import type { TapArguments } from './arguments.js';
import type { ProcessIo } from './process-io.js';

/**
 * Opens a command's log as its arguments say, else as the environment does; on stderr, unless another `write` is given.
 */
export function openLogger(
  { env, stderr }: Pick<ProcessIo, 'env' | 'stderr'>,
  { logLevel, logFormat }: Partial<Pick<TapArguments, 'logLevel' | 'logFormat'>> = {},
  own: Partial<Pick<LoggerOptions, 'onTerminal' | 'write'>> = {},
): Logger {
  const preferences = readLogPreferences(env);
  return createLogger({
    ...preferences,
    level: logLevel ?? preferences.level,
    format: logFormat ?? preferences.format,
    write: (line) => stderr.write(line),
    ...own,
  });
}
