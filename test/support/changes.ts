import * as fc from 'fast-check';
import type { Change } from './distort.js';

/** Texts that may replace something valid. */
const TEXTS = [
  'null',
  'true',
  '""',
  '0',
  '-1',
  '-0',
  '1e400',
  '0.1',
  '9007199254740993',
  '-92233720368547758080000000000000000',
  '253402300800000',
  '-62135596800001',
  '8640000000000001',
  '[]',
  '{}',
  '[null]',
  '[[]]',
  '[0, "", {}, null]',
  '{"": null}',
  '{"elements": null}',
  '{"__proto__": {"elements": [1]}, "constructor": 1, "toString": 2}',
  '{"a": 1, "a": 2, "\\u0000": "\\u0000", "\\ud83d": "\\udc00"}',
  '"\\u0000"',
  '"\\ud83d"',
  '"urn:li:organization:99999999999999999999"',
  '"urn:li:"',
  '"urn:li:geo:0"',
  '"(urn:li:a:(b,c)"',
  '"%E0%A4%A"',
  '"__proto__"',
  '"2026-11-22"',
  '"https://elsewhere.example/rest?start=10"',
  '{"rel": "next", "href": "/rest/posts?start=0"}',
  '{"start": 1795305600000, "end": -1}',
  `"${'x'.repeat(100_000)}"`,
  '['.repeat(20_000) + ']'.repeat(20_000),
  '{"a":'.repeat(2_000) + '1' + '}'.repeat(2_000),
  '',
  ',',
  'NaN',
  '<html>',
];

/** Any change to one place in JSON. */
export const anyChange: fc.Arbitrary<Change> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...TEXTS).map((text) => ({ text })) },
  { weight: 2, arbitrary: fc.json().map((text) => ({ text })) },
  { weight: 1, arbitrary: fc.constant({ gone: true } as const) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('__proto__', 'constructor', 'id', 'elements', '$URN', 'a.b', '')
      .map((name) => ({ name })),
  },
);
