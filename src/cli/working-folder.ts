/** The folder where the tap was started. It may be gone by now, which does not matter for absolute paths. */
export function workingFolder(): string {
  try {
    return process.cwd();
  } catch {
    return '/';
  }
}
