import { expect } from 'chai';
import type { Credentials } from '../../src/config/config.js';
import { faultsIn, load } from './support.js';

const oauth = { client_id: 'made-up-id', client_secret: 'made-up-secret', refresh_token: 'made-up-refresh' };
const asOAuth = {
  kind: 'oauth',
  clientId: 'made-up-id',
  clientSecret: 'made-up-secret',
  refreshToken: 'made-up-refresh',
} as const;
const token = { access_token: 'made-up-token' };

const credentialsOf = async (settings: object): Promise<Credentials> =>
  (await load({ files: { a: settings } })).config.credentials;

const missingIn = async (settings: object): Promise<readonly string[]> =>
  (await faultsIn({ files: { a: settings } })).faults.map(({ path }) => path);

describe('credentials', () => {
  it('are OAuth if both kinds are complete', async () => {
    expect(await credentialsOf({ ...token, ...oauth })).to.deep.equal(asOAuth);
  });

  it('are the access token, with the client that may introspect it, if there is no refresh token', async () => {
    expect(await credentialsOf({ ...token, ...oauth, refresh_token: ' ' })).to.deep.equal({
      kind: 'access_token',
      accessToken: 'made-up-token',
      clientId: 'made-up-id',
      clientSecret: 'made-up-secret',
    });
  });

  it('are a fault that names both ways if there are none', async () => {
    const { faults } = await faultsIn({ files: { a: { access_token: '', client_id: '\n' } } });
    expect(faults).to.deep.equal([
      { path: 'access_token', message: 'is missing: give it, or client_id, client_secret and refresh_token for OAuth' },
    ]);
  });

  for (const name of ['client_id', 'client_secret', 'refresh_token'] as const) {
    it(`are a fault that names ${name} if only that is missing`, async () => {
      expect(await missingIn({ ...oauth, [name]: null })).to.deep.equal([name]);
    });
  }

  for (const wrong of [
    'two words',
    'line\n',
    'tab\tbed',
    'nul\0',
    'Schlüssel',
    123_456,
    ['made-up'],
    { a: 'made-up' },
  ]) {
    it(`that cannot be in a header are a fault that does not show them: ${JSON.stringify(wrong)}`, async () => {
      const error = await faultsIn({ files: { a: { ...oauth, refresh_token: wrong } } });
      expect(error.faults.map(({ path }) => path)).to.deep.equal(['refresh_token']);
      expect(error.message)
        .to.include('must be a string of printable ASCII characters')
        .and.not.include(JSON.stringify(wrong).slice(1, -1));
    });
  }
});

describe("the Airbyte connector's credentials", () => {
  it('mean OAuth if auth_method says so, in upper or lower case', async () => {
    for (const auth_method of ['oAuth2.0', 'OAUTH2.0']) {
      expect(await credentialsOf({ credentials: { auth_method, ...oauth } })).to.deep.equal(asOAuth);
    }
  });

  it('mean only the access token if auth_method says so', async () => {
    const credentials = await credentialsOf({ ...oauth, credentials: { auth_method: 'access_token', ...token } });
    expect(credentials).to.deep.equal({ kind: 'access_token', accessToken: 'made-up-token' });
  });

  it('are a fault if those that auth_method asks for are missing', async () => {
    const { refresh_token: _, ...partial } = oauth;
    expect(await missingIn({ ...token, credentials: { auth_method: 'oAuth2.0', ...partial } })).to.deep.equal([
      'credentials.refresh_token',
    ]);
    expect(await missingIn({ credentials: { auth_method: 'access_token', ...oauth } })).to.deep.equal([
      'credentials.access_token',
    ]);
  });

  it('are a fault if auth_method is something else', async () => {
    for (const auth_method of ['basic', 5, {}]) {
      expect(await missingIn({ credentials: { auth_method, ...token } })).to.deep.equal(['credentials.auth_method']);
    }
  });

  it("are overridden by the settings' own names", async () => {
    const { config } = await load({
      files: {
        a: {
          org_id: 5,
          organization_ids: 7,
          time_granularity: 'DAY',
          time_granularity_type: 'MONTH',
          access_token: 'own',
          credentials: { access_token: 'alias' },
        },
      },
    });
    expect(config).to.deep.include({
      organizations: ['urn:li:organization:7'],
      timeGranularity: 'DAY',
      credentials: { kind: 'access_token', accessToken: 'own' },
    });
  });

  it('are not overridden by a null under the own name', async () => {
    expect(await credentialsOf({ access_token: null, credentials: token })).to.include({
      accessToken: 'made-up-token',
    });
  });

  it('are named in a fault as the user wrote them', async () => {
    expect(await missingIn({ org_id: ['x'], credentials: { access_token: 'two words' } })).to.deep.equal([
      'credentials.access_token',
      'org_id[0]',
    ]);
  });
});
