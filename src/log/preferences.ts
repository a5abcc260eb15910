import { readFileSync } from 'node:fs';
import { LOG_LEVELS, type LogFormat, type LogLevel } from './logger.js';

export interface LogPreferences {
  readonly format: LogFormat;
  readonly level: LogLevel;
  /** Whether Meltano reads the log. */
  readonly forMeltano: boolean;
}

/**
 * The log's format and level, if the user does not set them: what the process that started the tap asks for. Meltano
 * names a Python logging configuration in SINGER_SDK_LOG_CONFIG; with its StructuredFormatter it reads JSON lines.
 */
export function readLogPreferences(env: Readonly<Record<string, string | undefined>>): LogPreferences {
  const text = readIfThere(env['SINGER_SDK_LOG_CONFIG']);
  const level = levelNamed(env['TAP_LINKEDIN_PAGES_LOGLEVEL']) ?? levelNamed(rootLevel(text)) ?? 'info';
  const forMeltano = text.includes('StructuredFormatter');
  return { format: forMeltano ? 'json' : 'text', level, forMeltano };
}

function readIfThere(path: string | undefined): string {
  if (!path) return '';
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** The level of the root logger, in JSON or YAML. */
function rootLevel(text: string): string | undefined {
  return /["']?\broot\b["']?\s*:[^}]*?["']?\blevel\b["']?\s*:\s*["']?(\w+)/.exec(text)?.[1];
}

function levelNamed(name: string | undefined): LogLevel | undefined {
  const lower = name?.toLowerCase();
  if (lower === 'fatal') return 'critical';
  return LOG_LEVELS.find((level) => level === (lower === 'warn' ? 'warning' : lower));
}
