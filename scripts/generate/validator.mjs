import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';

/**
 * The check of schemas/config.json as plain code. Importing ajv and compiling the schema would cost each start of the
 * tap about 110 ms and 14 MB, which is more than everything else it does before its first call.
 */
export function settingsValidator() {
  const schema = JSON.parse(readFileSync(new URL('../../schemas/config.json', import.meta.url), 'utf8'));
  const ajv = new Ajv({
    allErrors: true,
    allowUnionTypes: true,
    validateFormats: false,
    code: { source: true, esm: true, lines: true },
  });
  ajv.addVocabulary(['secret', 'expected', 'aliases']);
  const code = standalone.default(ajv, ajv.compile(schema));
  if (code.includes('require(')) throw new Error('The validator needs a part of ajv at run time: use other keywords.');
  return [
    '// @ts-nocheck: written by ajv from schemas/config.json; run `npm run generate` after a change there.',
    code.replace('"use strict";', '').replace(/export default \w+;/, ''),
  ].join('\n');
}
