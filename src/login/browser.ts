import open from 'open';

/** Opens a page in the user's browser; false if none could be started. */
export type OpenBrowser = (url: string) => Promise<boolean>;

export const openBrowser: OpenBrowser = async (url) => {
  if (!hasScreen(process)) return false;
  try {
    const started = await open(url);
    // It may fail long after we have moved on: the address has been printed as well.
    started.on('error', () => {});
    return true;
  } catch {
    return false;
  }
};

/** Without a screen, the opener might start a browser inside the terminal, which would take it over. */
function hasScreen({ platform, env }: Pick<NodeJS.Process, 'platform' | 'env'>): boolean {
  if (platform !== 'linux') return true;
  return Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY'] ?? env['WSL_DISTRO_NAME']);
}
