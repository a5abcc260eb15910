import { expect } from 'chai';
import type { PropertySchema } from '../../src/singer/schema.js';
import type { Json, TapRun } from './output.js';

/**
 * Expects a record to say exactly what LinkedIn knows: the fields of `truth` in the form of its schema, instants as
 * text, absent ones null; `own` is what the tap adds or changes.
 */
export function expectRecord(
  { run, stream, record }: { run: TapRun; stream: string; record: Json | undefined },
  { truth, own }: { truth: Json; own: Json },
): void {
  const { properties } = run.schemas.get(stream)!.schema;
  const all: Json = { ...truth, additional_fields: null, ...own };
  expect(Object.keys(all).filter((name) => !(name in properties))).to.deep.equal([]);
  for (const [name, schema] of Object.entries(properties)) {
    if (name in own) expect(record![name], name).to.deep.equal(own[name]);
    else expectValue(record![name], { truth: all[name], schema, path: name });
  }
}

function expectValue(value: unknown, at: { truth: unknown; schema: PropertySchema; path: string }): void {
  const { truth, schema, path } = at;
  if (schema.properties) {
    const known = (truth ?? {}) as Json;
    expect(Object.keys(known), path).to.have.length(
      Object.keys(known).filter((name) => name in schema.properties!).length,
    );
    for (const [name, below] of Object.entries(schema.properties)) {
      expectValue((value as Json)[name], { truth: known[name], schema: below, path: `${path}.${name}` });
    }
  } else if (truth === undefined || truth === null) expect(value, path).to.be.null;
  else if (schema.format === 'date-time' && typeof truth === 'number')
    expect(value, path).to.equal(new Date(truth).toISOString());
  else expect(value, path).to.deep.equal(truth);
}
