import { expect } from 'chai';
import * as fc from 'fast-check';
import { ConfigError } from '../../src/config/faults.js';
import { readSettingsSchema, settingsOf } from '../../src/config/schema.js';
import { load } from './support.js';

const SECRET = 'Zq7#made-up-secret#x9Kw';

const names = settingsOf(readSettingsSchema()).flatMap(([name, { aliases = [] }]) => [name, ...aliases]);
const topLevel = [...names.filter((name) => !name.includes('.')), 'credentials', '__proto__', 'hasOwnProperty', SECRET];
const inner = names.filter((name) => name.includes('.')).map((name) => name.slice('credentials.'.length));

/** Any JSON, often containing the secret, whether it belongs there or not. */
const value = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(SECRET, `${SECRET} `, ` ${SECRET}\n`, `x${SECRET}`, [SECRET], { deep: SECRET }, null, ''),
);
const credentials = fc.dictionary(fc.constantFrom('auth_method', ...inner), value);
const settings = fc.dictionary(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...topLevel) }, fc.string()), value);
const config = fc
  .tuple(settings, fc.option(credentials))
  .map(([top, nested]) => (nested ? { ...top, credentials: nested } : top));

describe('any JSON as a configuration', () => {
  it('gives a config or a ConfigError, and the error and the warnings never show a secret', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(config, fc.jsonValue()), async (content) => {
        const files = { a: { refresh_token: SECRET }, b: JSON.stringify(content) };
        const outcome = await load({ files }).catch((error: unknown) => error);
        if (outcome instanceof ConfigError) {
          const said = [
            outcome.message,
            outcome.advice,
            outcome.stack,
            ...outcome.warnings,
            ...outcome.faults.map(({ message }) => message),
          ];
          expect(said.join('\n')).not.to.include(SECRET);
          expect(outcome.faults).not.to.be.empty;
        } else {
          expect(outcome).to.have.keys('config', 'secrets', 'shown', 'warnings');
          expect((outcome as { warnings: string[] }).warnings.join('\n')).not.to.include(SECRET);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('as text of a file, valid or not, gives a config or a ConfigError that does not quote it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), async (before, after) => {
        const outcome = await load({ files: { a: before + SECRET + after } }).catch((error: unknown) => error);
        expect(outcome).to.be.instanceOf(ConfigError);
        expect((outcome as ConfigError).stack).not.to.include(SECRET);
      }),
    );
  });
});
