import { expect } from 'chai';
import { readLogPreferences } from '../../src/log/preferences.js';
import { writeTemporary } from '../support/files.js';

const structured = (level: string): object => ({
  version: 1,
  formatters: { structured: { '()': 'singer_sdk.logging.StructuredFormatter' } },
  handlers: { default: { class: 'logging.StreamHandler', formatter: 'structured' } },
  root: { level, propagate: true, handlers: ['default'] },
});
const YAML = `version: 1
formatters:
  structured:
    (): singer_sdk.logging.StructuredFormatter
root:
  level: WARNING
  handlers: [default]
`;

describe('the log follows the caller’s preferences', () => {
  const cases: readonly (readonly [string, Record<string, string>, string, string])[] = [
    ['nothing', {}, 'text', 'info'],
    ['Meltano’s file', { SINGER_SDK_LOG_CONFIG: writeTemporary(structured('DEBUG')) }, 'json', 'debug'],
    ['the same as YAML', { SINGER_SDK_LOG_CONFIG: writeTemporary(YAML) }, 'json', 'warning'],
    [
      'a file with plain text',
      { SINGER_SDK_LOG_CONFIG: writeTemporary({ root: { level: 'ERROR' } }) },
      'text',
      'error',
    ],
    ['a missing file', { SINGER_SDK_LOG_CONFIG: 'no/such/file' }, 'text', 'info'],
    ['its own level', { TAP_LINKEDIN_PAGES_LOGLEVEL: 'warn' }, 'text', 'warning'],
    ['fatal, as in Python', { TAP_LINKEDIN_PAGES_LOGLEVEL: 'FATAL' }, 'text', 'critical'],
    ['an unknown level', { TAP_LINKEDIN_PAGES_LOGLEVEL: 'loud' }, 'text', 'info'],
  ];
  for (const [what, env, format, level] of cases)
    it(`with ${what}`, () =>
      expect(readLogPreferences(env)).to.deep.equal({ format, level, forMeltano: format === 'json' }));
});
