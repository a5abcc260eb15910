import { live, type Runner } from './live.js';
import type { Life, Night } from './life.js';

/** Kinds of trouble in a night, each with the values that remove it. */
const KINDS: Readonly<Record<string, Partial<Night>>> = {
  patches: { patch: {} },
  actions: { actions: [] },
  faults: { faults: [] },
  oddities: { oddities: [] },
  settings: { settings: {} },
  cut: { cut: null },
};

/**
 * The smallest form of a life that loses something: removes one kind of trouble from one night after another, as long
 * as something is still lost. Nights stay, because the days have to pass.
 */
export async function shrink(life: Life, at: { run: Runner; folder: string }): Promise<Life> {
  let smallest = life;
  for (const number of life.nights.keys()) {
    for (const without of Object.values(KINDS)) {
      const nights = smallest.nights.map((night, index) => (index === number ? { ...night, ...without } : night));
      const smaller = { ...smallest, nights };
      if (JSON.stringify(smaller) === JSON.stringify(smallest)) continue;
      const { problems } = await live(smaller, at);
      if (problems.length > 0) smallest = smaller;
    }
  }
  return smallest;
}

/** The trouble left in each night, one line per night. */
export function describeTrouble({ nights }: Life): string[] {
  return nights.map(({ day, patch, actions, faults, oddities, settings, cut }, number) => {
    const kinds = { patch, actions, faults, oddities, settings, cut };
    const left = Object.entries(kinds).filter(([, what]) => what !== null && Object.keys(what as object).length > 0);
    const said = left.map(([kind, what]) => `${kind} ${JSON.stringify(what)}`).join(', ');
    return `night ${number}, day ${day}: ${said === '' ? 'nothing' : said}`;
  });
}
