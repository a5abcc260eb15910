import type { Stream } from '../../../src/streams/entry.js';
import { needPostgres, needTools } from '../support/needs.js';
import { shapeOf, type Shape } from './shape.js';
import { TARGETS, type Place, type Target } from './targets.js';

/** A target, what the tap sends it, and how it stores that. */
export interface Setup {
  readonly name: string;
  readonly target: Target;
  /** Whether the tap flattens nested objects into columns. */
  readonly fromTap: 'plain' | 'flattened';
  readonly flattening: boolean;
}

/** Nested objects are left alone, flattened by the target, or flattened by the tap. */
export const SETUPS: readonly Setup[] = TARGETS.flatMap((target) => {
  const { tool, flattening, alwaysFlattens = false } = target;
  const setups: Setup[] = [
    { name: tool, target, fromTap: 'plain', flattening: alwaysFlattens },
    { name: `${tool}, flattened by the tap`, target, fromTap: 'flattened', flattening: alwaysFlattens },
  ];
  if (flattening) setups.push({ name: `${tool}, flattening`, target, fromTap: 'plain', flattening: true });
  return setups;
});

/** The expected shape of a stream as this setup stores it. */
export function loadedShape(stream: Stream, { target, fromTap, flattening }: Setup): Shape {
  const shape = shapeOf(stream, { flattened: flattening || fromTap === 'flattened' });
  return target.carries && fromTap === 'plain' ? target.carries(shape) : shape;
}

export function settingsOfTarget({ target, flattening }: Setup, place: Place): object {
  return { ...target.settings(place), ...(flattening && target.flattening) };
}

/** Skips the tests of the describe block if the target cannot be run. */
export function needTarget({ target }: Setup): void {
  // DuckDB files are read with the DuckDB of dbt's environment.
  needTools(target.tool, ...(target.store === 'duckdb' ? (['dbt'] as const) : []));
  if (target.store === 'postgres') needPostgres();
}
