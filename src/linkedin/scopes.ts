/**
 * Whether a token is known to have none of the scopes that a resource accepts; `granted` is null where LinkedIn has not
 * said.
 */
export function lacksScope(wanted: readonly string[], granted: ReadonlySet<string> | null): boolean {
  return granted !== null && wanted.length > 0 && !wanted.some((scope) => granted.has(scope));
}
