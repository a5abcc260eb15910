/** What `--discover` prints. */
export async function discoveredCatalog() {
  const { renderCatalog } = await import('../../dist/src/cli/discover.js');
  return `${renderCatalog({ snapshotHistory: false })}\n`;
}
