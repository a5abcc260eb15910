import { formatCount } from '../../count.js';

/** `12 posts refused`, `1 post refused`: `what` begins with a plural. */
export function counted(count: number, what: string): string {
  const one = what.replace(/^((?:more )?\w+?)(?:ies|s)\b/, (plural, stem: string) =>
    plural.endsWith('ies') ? `${stem}y` : stem,
  );
  return `${formatCount(count)} ${count === 1 ? one : what}`;
}
