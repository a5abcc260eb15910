/** The repository's web address from package.json; undefined before there is one. */
export function repositoryOf({ repository }) {
  return repository?.url.replace(/^git\+/, '').replace(/\.git$/, '');
}

/**
 * The README for a page without the project's files: relative links are turned into links to the repository at this
 * version.
 */
export function wholeLinks(readme, { repository, version }) {
  return readme.replaceAll(/\]\((?![a-z]+:|#)([^)\s]+)\)/g, `](${repository}/blob/v${version}/$1)`);
}
