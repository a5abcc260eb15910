import { stat } from 'node:fs/promises';

/** Whether anyone but its owner may read or write a file. */
export type FileModeCheck = (path: string) => Promise<boolean>;

const OTHERS = 0o077;

/**
 * Meltano makes a file for each run, with the mode of its umask, and removes it: its users could not follow the advice.
 */
const MELTANOS_OWN = /[\\/]\.meltano[\\/]run[\\/]/;

/** Pipes and devices keep nothing to read later, and Windows' file modes say nothing about other users. */
export const isOpenToOthers: FileModeCheck = async (path) => {
  if (process.platform === 'win32' || MELTANOS_OWN.test(path)) return false;
  const found = await stat(path).catch(() => null);
  return found !== null && found.isFile() && (found.mode & OTHERS) !== 0;
};
