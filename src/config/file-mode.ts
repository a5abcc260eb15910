import { stat } from 'node:fs/promises';

/** Tells whether others than its owner may read or write a file. */
export type FileModeCheck = (path: string) => Promise<boolean>;

const OTHERS = 0o077;

/** Meltano makes a file for each run, with the mode of its umask, and removes it: its users could not follow the advice. */
const MELTANOS_OWN = /[\\/]\.meltano[\\/]run[\\/]/;

/** Pipes and devices keep nothing to be read later, and Windows' modes say nothing about others. */
export const isOpenToOthers: FileModeCheck = async (path) => {
  if (process.platform === 'win32' || MELTANOS_OWN.test(path)) return false;
  const found = await stat(path).catch(() => null);
  return found !== null && found.isFile() && (found.mode & OTHERS) !== 0;
};
