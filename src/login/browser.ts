import open from 'open';

/** Opens a page in the user's browser; false where none could be started. */
export type OpenBrowser = (url: string) => Promise<boolean>;

export const openBrowser: OpenBrowser = async (url) => {
  if (!hasScreen(process)) return false;
  try {
    const started = await open(url);
    // It may end in a fault long after we went on waiting: the address was printed as well.
    started.on('error', () => {});
    return true;
  } catch {
    return false;
  }
};

/** Without a screen the opener may still find a browser in the terminal, which would take it over. */
function hasScreen({ platform, env }: Pick<NodeJS.Process, 'platform' | 'env'>): boolean {
  if (platform !== 'linux') return true;
  return Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY'] ?? env['WSL_DISTRO_NAME']);
}
