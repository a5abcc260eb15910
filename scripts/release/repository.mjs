/** Address of the repository as package.json names it, for people; undefined before it is known. */
export function repositoryOf({ repository }) {
  return repository?.url.replace(/^git\+/, '').replace(/\.git$/, '');
}

/** The README for a page that has no files beside it: a link to a file leads to the repository, at this version. */
export function wholeLinks(readme, { repository, version }) {
  return readme.replaceAll(/\]\((?![a-z]+:|#)([^)\s]+)\)/g, `](${repository}/blob/v${version}/$1)`);
}
