import { last } from './usage.js';

/** `--config`, of each command that has it; a list also where it is given once. */
export const configOption = (describe: string) =>
  ({ alias: 'c', type: 'string', array: true, nargs: 1, default: [] as string[], describe }) as const;

/** `--catalog`, of each command that has it. */
export const catalogOption = (describe: string) => ({ type: 'string', coerce: last<string>, describe }) as const;
