import { readFileSync } from 'node:fs';
import { packageRoot } from '../../../src/package.js';

/** One line of the Containerfile: `RUN`, and what follows it. */
export interface Step {
  readonly kind: string;
  readonly text: string;
}

/** What the Containerfile adds to a base image. */
export interface Image {
  readonly steps: readonly Step[];
  /** Environment of programs in it. */
  readonly env: Readonly<Record<string, string>>;
  readonly user: string;
  readonly folder: string;
  readonly entrypoint: readonly string[];
}

/** Reads the project's Containerfile. @throws where it has an instruction that the suite does not carry out */
export function readContainerfile(): Image {
  const text = readFileSync(new URL('Containerfile', packageRoot), 'utf8');
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const steps = lines.map((line): Step => {
    const [kind = '', ...rest] = line.split(' ');
    if (!KINDS.includes(kind)) throw new Error(`The suite does not know ${kind}.`);
    return { kind, text: rest.join(' ') };
  });
  const last = (kind: string): string => steps.findLast((step) => step.kind === kind)?.text ?? '';
  return {
    steps,
    env: Object.fromEntries(steps.flatMap(({ kind, text: set }) => (kind === 'ENV' ? [splitOnce(set)] : []))),
    user: last('USER'),
    folder: last('WORKDIR'),
    entrypoint: JSON.parse(last('ENTRYPOINT')) as string[],
  };
}

const KINDS = ['FROM', 'COPY', 'RUN', 'ENV', 'USER', 'WORKDIR', 'ENTRYPOINT', 'CMD'];

function splitOnce(text: string): [name: string, value: string] {
  const at = text.indexOf('=');
  return [text.slice(0, at), text.slice(at + 1)];
}
