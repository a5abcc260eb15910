import { Redactor } from './redactor.js';

export const LOG_LEVELS = ['debug', 'info', 'warning', 'error', 'critical'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
export const LOG_FORMATS = ['text', 'json'] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];
/** The level of metrics, or `off`. */
export type MetricsLevel = LogLevel | 'off';

/** One Singer metric, as the Meltano SDK names them: `record_count`, `http_request_count`, `http_request_duration` (seconds). */
export interface Metric {
  readonly type: 'counter' | 'timer';
  readonly metric: string;
  readonly value: number;
  readonly tags: Readonly<Record<string, string | number>>;
}

export interface LogDetails {
  /** Stream the line is about; a separate field in JSON lines. */
  readonly stream?: string;
  /** Other facts, apart from the sentence; `extra` in JSON lines, left out of text lines. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

export interface Logger {
  debug(message: string, details?: LogDetails): void;
  info(message: string, details?: LogDetails): void;
  warning(message: string, details?: LogDetails): void;
  error(message: string, details?: LogDetails): void;
  critical(message: string, details?: LogDetails): void;
  /** Logs at this level in files; on a terminal, where a display shows the progress, only at `debug`. */
  detail(level: LogLevel, message: string, details?: LogDetails): void;
  metric(metric: Metric): void;
  /** Sets the level of metrics from now on; until then it is that of an info `detail`. */
  setMetricsLevel(level: MetricsLevel): void;
  /** From now on the value is printed as `***`, whatever its encoding. */
  conceal(secret: string): void;
  /** Removes concealed values from a text that is not for the log. */
  readonly scrub: (text: string) => string;
  /** Cleans a text as if it were a log line, for use elsewhere. */
  readonly clean: (text: string) => string;
  /** From now on every line passes through `change` before it is printed. */
  rewriteLines(change: (line: string) => string): void;
}

export interface LoggerOptions {
  readonly level: LogLevel;
  readonly format: LogFormat;
  /** Whether the log goes to a terminal. */
  readonly onTerminal?: boolean;
  /**
   * Whether Meltano reads the log: it prints only a metric's message, name and value, so the tags go into the message.
   */
  readonly forMeltano?: boolean;
  /** Takes one finished line, newline included. */
  readonly write: (line: string) => void;
}

/**
 * Logs one line per event. Text lines read `LEVEL message`, the form that singer-python prints; JSON lines have the
 * fields that Meltano's structured logging uses (level, pid, logger_name, ts in seconds, thread_name, app_name,
 * message).
 */
export function createLogger({ level, format, onTerminal = false, forMeltano = false, write }: LoggerOptions): Logger {
  const threshold = LOG_LEVELS.indexOf(level);
  const ofDetail = (lineLevel: LogLevel): LogLevel => (onTerminal ? 'debug' : lineLevel);
  let metricsLevel: MetricsLevel = ofDetail('info');
  const redactor = new Redactor();
  let rewrite = (line: string): string => line;

  const redact = (text: string): string => rewrite(redactor.redact(text));

  const emit = (lineLevel: LogLevel, message: string, details: LogDetails = {}, metric?: Metric): void => {
    if (LOG_LEVELS.indexOf(lineLevel) < threshold) return;
    write(
      redact(format === 'json' ? jsonLine(lineLevel, message, details, metric) : textLine(lineLevel, message, metric)) +
        '\n',
    );
  };

  return {
    debug: (message, details) => emit('debug', message, details),
    info: (message, details) => emit('info', message, details),
    warning: (message, details) => emit('warning', message, details),
    error: (message, details) => emit('error', message, details),
    critical: (message, details) => emit('critical', message, details),
    detail: (lineLevel, message, details) => emit(ofDetail(lineLevel), message, details),
    metric(metric) {
      if (metricsLevel !== 'off') emit(metricsLevel, forMeltano ? `METRIC ${tagsIn(metric)}` : 'METRIC', {}, metric);
    },
    setMetricsLevel(lineLevel) {
      metricsLevel = lineLevel;
    },
    conceal: (secret) => redactor.add(secret),
    scrub: (text) => redactor.redact(text),
    clean: redact,
    rewriteLines(change) {
      rewrite = change;
    },
  };
}

function textLine(level: LogLevel, message: string, metric?: Metric): string {
  const sentence = metric ? `METRIC: ${JSON.stringify(metric)}` : message;
  return `${level.toUpperCase()} ${sentence.replaceAll(/\s*[\r\n]+\s*/g, ' ')}`;
}

function jsonLine(level: LogLevel, message: string, details: LogDetails, metric?: Metric): string {
  return JSON.stringify({
    level,
    pid: process.pid,
    logger_name: 'tap_linkedin_pages',
    ts: Date.now() / 1000,
    thread_name: 'MainThread',
    app_name: 'tap-linkedin-pages',
    stream_name: details.stream ?? metric?.tags['stream'] ?? null,
    message,
    extra: details.extra ?? {},
    ...(metric && { metric_info: metric }),
  });
}

/** `stream=posts endpoint=posts`, the form in which Meltano prints the fields of a line. */
function tagsIn({ tags }: Metric): string {
  return Object.entries(tags)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
}
