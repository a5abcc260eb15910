import type { Stream } from '../../../src/streams/entry.js';
import { needPostgres, needTools } from '../support/needs.js';
import { shapeOf, type Shape } from './shape.js';
import { TARGETS, type Place, type Target } from './targets.js';

/** A target, what the tap sends it, and what it does with it. */
export interface Setup {
  readonly name: string;
  readonly target: Target;
  /** Whether the tap makes columns of nested objects. */
  readonly fromTap: 'plain' | 'flattened';
  readonly flattening: boolean;
}

/** Nested objects left alone, made columns by the target, and made columns by the tap. */
export const SETUPS: readonly Setup[] = TARGETS.flatMap((target) => {
  const { tool, flattening, alwaysFlattens = false } = target;
  const setups: Setup[] = [
    { name: tool, target, fromTap: 'plain', flattening: alwaysFlattens },
    { name: `${tool}, flattened by the tap`, target, fromTap: 'flattened', flattening: alwaysFlattens },
  ];
  if (flattening) setups.push({ name: `${tool}, flattening`, target, fromTap: 'plain', flattening: true });
  return setups;
});

/** How a stream ought to lie where the setup puts it. */
export function loadedShape(stream: Stream, { target, fromTap, flattening }: Setup): Shape {
  const shape = shapeOf(stream, { flattened: flattening || fromTap === 'flattened' });
  return target.carries && fromTap === 'plain' ? target.carries(shape) : shape;
}

export function settingsOfTarget({ target, flattening }: Setup, place: Place): object {
  return { ...target.settings(place), ...(flattening && target.flattening) };
}

/** Skips the tests of the describe block where the target cannot be run. */
export function needTarget({ target }: Setup): void {
  // DuckDB's files are read through dbt's environment.
  needTools(target.tool, ...(target.store === 'duckdb' ? (['dbt'] as const) : []));
  if (target.store === 'postgres') needPostgres();
}
