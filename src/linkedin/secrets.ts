import type { Logger } from '../log/logger.js';

/** The secrets this client has seen. LinkedIn's error bodies may echo them, and an error outlives the log line. */
export interface Secrets {
  /** Keeps the value out of the log from now on, and out of whatever is scrubbed. */
  add(secret: string): void;
  readonly scrub: (text: string) => string;
}

/** Shorter values would blacken ordinary words. */
const MIN_SECRET_LENGTH = 4;

export function createSecrets(logger: Pick<Logger, 'conceal'>): Secrets {
  const known = new Set<string>();
  return {
    add(secret) {
      logger.conceal(secret);
      if (secret.length < MIN_SECRET_LENGTH) return;
      known.add(secret).add(encodeURIComponent(secret)).add(JSON.stringify(secret).slice(1, -1));
    },
    scrub(text) {
      for (const secret of known) text = text.replaceAll(secret, '***');
      return text;
    },
  };
}
