/** `12 posts refused`, `1 post refused`: `what` begins with a plural. */
export function counted(count: number, what: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? what.replace(/^(\w+)s\b/, '$1') : what}`;
}
