import { expect } from 'chai';
import * as fc from 'fast-check';
import { createBatchReader } from '../../src/linkedin/batch.js';
import { FORMS } from '../support/forms.js';
import type { PlainReply, TestClient } from './harness.js';
import { rejection, SHARES, useHarness } from './harness.js';

const SECRETS = {
  clientSecret: 'WPL_AP1.Zq7+/made=up==.client&secret',
  refreshToken: 'AQW-Rt5~made/up+refresh%token.value_1',
  accessToken: 'AQX-Ac9~made/up+access%token.value_2',
};

/** Length at which a piece of a secret is recognizable. */
const PIECE = 12;

/** Places where LinkedIn, or whatever answers in its place, may echo what it was sent. */
const PLACES: Readonly<Record<string, (echo: string) => PlainReply>> = {
  message: (echo) => ({ body: { code: 'MADE_UP', message: `Cannot use ${echo}` } }),
  code: (echo) => ({ body: { code: echo, message: 'made up' } }),
  'OAuth error': (echo) => ({ body: { error: 'invalid_request', error_description: echo } }),
  page: (echo) => ({ body: `<html><body>Bearer ${echo}</body></html>` }),
  header: (echo) => ({ headers: { 'x-li-uuid': echo.replaceAll(/[^\x20-\x7E]/g, '') }, body: {} }),
};

describe('a secret that an answer echoes', () => {
  const { serve, connect } = useHarness();

  /** Answers either the call for a token or those to the API with `reply`. */
  const start = async (reply: PlainReply, forToken: boolean): Promise<TestClient> => {
    const server = await serve((request) => {
      const isGrant = request.url === '/oauth/v2/accessToken';
      if (isGrant === forToken) return reply;
      return isGrant ? { body: { access_token: SECRETS.accessToken, expires_in: 5_184_000 } } : { body: {} };
    });
    const { clientSecret, refreshToken } = SECRETS;
    return connect(server, {
      credentials: { kind: 'oauth', clientId: '78made-up', clientSecret, refreshToken },
      maxTries: 2,
    });
  };

  for (const [place, replyWith] of Object.entries(PLACES)) {
    it(`in its ${place} appears in no error and no line of the log, whole or cut`, async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...Object.values(SECRETS)),
          fc.constantFrom(...Object.values(FORMS)),
          fc.constantFrom(400, 401, 403, 404, 426, 429, 500),
          fc.nat(60),
          fc.boolean(),
          async (secret, encodeText, status, cutAt, early) => {
            // Before it is granted, the access token is unknown.
            const forToken = early && secret !== SECRETS.accessToken;
            const echo = encodeText(secret).slice(0, cutAt < PIECE ? undefined : cutAt);
            const client = await start({ status, ...replyWith(echo) }, forToken);
            const error = await rejection(client.get(SHARES));
            const said = [...client.lines, error.message, String(error.stack)].join('\n');
            for (let offset = 0; offset + PIECE <= secret.length; offset++) {
              const piece = secret.slice(offset, offset + PIECE);
              for (const form of Object.values(FORMS)) expect(said).not.to.include(form(piece));
            }
          },
        ),
        { numRuns: 40 },
      );
    });
  }

  it('for one entity of a batch appears in no error', async () => {
    const message = `No access for ${SECRETS.accessToken}`;
    const client = await start(
      { body: { results: {}, errors: { 1: { status: 403, code: message, message } } } },
      false,
    );
    const read = createBatchReader(client);
    for await (const item of read({ resource: 'organizations', path: '/rest/organizations', size: 5 }, ['1'])) {
      expect(item).to.have.property('error').that.has.property('message').that.includes('***');
      expect(JSON.stringify(item)).not.to.include(SECRETS.accessToken);
    }
  });
});
