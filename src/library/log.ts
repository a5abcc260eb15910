import { createLogger, type Logger, type LogLevel } from '../log/logger.js';

/** A line of the log, without secrets. */
export interface LogLine {
  readonly level: LogLevel;
  readonly message: string;
  /** The stream it is about; null: none. */
  readonly stream: string | null;
}

/** A logger that passes lines from `info` on to `onLog`, without metrics. */
export function createLibraryLogger(onLog: ((line: LogLine) => void) | undefined): Logger {
  return createLogger({
    level: onLog ? 'info' : 'critical',
    format: 'json',
    write(text) {
      const line = JSON.parse(text) as LogLine & { stream_name: string | null; metric_info?: unknown };
      if (line.metric_info === undefined) {
        onLog?.({ level: line.level, message: line.message, stream: line.stream_name });
      }
    },
  });
}
