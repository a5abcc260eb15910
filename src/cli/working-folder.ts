/** Where the tap was started; it may be gone by now, which is no matter to paths that are absolute. */
export function workingFolder(): string {
  try {
    return process.cwd();
  } catch {
    return '/';
  }
}
