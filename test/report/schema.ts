import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { packageRoot } from '../../src/package.js';

type Schema = Readonly<Record<string, unknown>>;

/** The schema of `--summary`, made strict: undescribed names are not allowed. */
export function compileSummarySchema(): ValidateFunction {
  const written = readFileSync(new URL('schemas/documents/summary.json', packageRoot), 'utf8');
  const closed = JSON.parse(written, (_key, each: unknown) => close(each)) as Schema;
  const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
  ajv.addFormat('date', /^\d{4}-\d\d-\d\d$/);
  ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/);
  return ajv.compile(closed);
}

function close(each: unknown): unknown {
  const isOpen = typeof each === 'object' && each !== null && 'required' in each && !('additionalProperties' in each);
  return isOpen ? { ...each, additionalProperties: false } : each;
}
