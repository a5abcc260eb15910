import { ConfigError } from '../config/faults.js';
import type { Logger } from '../log/logger.js';

interface Loaded {
  /** Values that must not be printed. */
  readonly secrets: readonly string[];
  readonly warnings: readonly string[];
}

/** Conceals a configuration's secrets from the log and logs its warnings, even if the configuration has a fault. */
export async function tellOfConfig<Result extends Loaded>(loading: Promise<Result>, logger: Logger): Promise<Result> {
  try {
    const loaded = await loading;
    for (const secret of loaded.secrets) logger.conceal(secret);
    for (const warning of loaded.warnings) logger.warning(warning);
    return loaded;
  } catch (error) {
    if (error instanceof ConfigError) for (const warning of error.warnings) logger.warning(warning);
    throw error;
  }
}
