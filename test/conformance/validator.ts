import { Ajv, type ValidateFunction } from 'ajv';

const DATE_TIME = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?Z$/;

/** Compiles a stream's schema with its formats enforced, as the strictest targets do. */
export function compile(schema: object): ValidateFunction {
  const ajv = new Ajv({ strict: true, strictTypes: false, allErrors: true });
  ajv.addFormat('date', isDay);
  ajv.addFormat('date-time', (text) => isDay(DATE_TIME.exec(text)?.[1] ?? ''));
  return ajv.compile(schema);
}

function isDay(text: string): boolean {
  const instant = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}
