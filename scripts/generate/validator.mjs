import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';

/**
 * The validator for schemas/config.json as plain code. Importing ajv and compiling the schema would add about 110 ms
 * and 14 MB to each start of the tap, more than everything else it does before its first call.
 */
export function settingsValidator() {
  const schema = JSON.parse(readFileSync(new URL('../../schemas/config.json', import.meta.url), 'utf8'));
  const ajv = new Ajv({
    allErrors: true,
    allowUnionTypes: true,
    messages: false,
    code: { source: true, esm: true, lines: true },
  });
  const code = standalone.default(ajv, ajv.compile(withoutWords(schema)));
  if (code.includes('require(')) throw new Error('The validator needs a part of ajv at run time: use other keywords.');
  return [
    '// @ts-nocheck: written by ajv from schemas/config.json; run `npm run generate` after a change there.',
    code.replace('"use strict";', '').replace(/export default \w+;/, ''),
  ].join('\n');
}

/** Keywords meant for readers, which would otherwise end up in the code. */
const WORDS = ['title', 'description', 'default', 'secret', 'expected', 'aliases', 'format'];

function withoutWords({ type, properties }) {
  const rules = Object.entries(properties).map(([name, setting]) => {
    const kept = Object.entries(setting).filter(([keyword]) => !WORDS.includes(keyword));
    return [name, Object.fromEntries(kept)];
  });
  return { type, properties: Object.fromEntries(rules) };
}
