import { expect } from 'chai';
import type { Sleep } from '../../src/clock.js';
import { systemSleep } from '../../src/clock.js';
import { AuthError } from '../../src/linkedin/errors.js';
import type { Received, Reply } from './harness.js';
import { ACLS, OAUTH, OK, SHARES, rejection, useHarness } from './harness.js';
import { grant, oauthServer, trail, unauthorized } from './oauth-server.js';

const REVOKED = unauthorized(65601, 'REVOKED_ACCESS_TOKEN');

describe('a 401 if the token can be refreshed', () => {
  const { serve, connect } = useHarness();

  it('of a fresh token is waited out once, and the same token tried again', async () => {
    const server = await serve(oauthServer((_, use) => (use === 1 ? REVOKED : OK)));
    const client = connect(server, { credentials: OAUTH });
    await client.get(SHARES);
    expect(trail(server)).to.deep.equal(['token', '1', '1']);
    expect(client.waits).to.deep.equal([5000]);
  });

  it('of a token that has worked leads to one refresh and a repeated call', async () => {
    const server = await serve(oauthServer((token, use) => (token === '1' && use > 1 ? REVOKED : OK)));
    const client = connect(server, { credentials: OAUTH });
    await client.get(SHARES);
    await client.get(SHARES);
    expect(trail(server)).to.deep.equal(['token', '1', '1', 'token', '2']);
    expect(client.waits).to.deep.equal([]);
  });

  it('ends in an AuthError if neither waiting nor one refresh helps', async () => {
    const server = await serve(oauthServer(() => REVOKED));
    const client = connect(server, { credentials: OAUTH });
    expect(await rejection(client.get(SHARES))).to.be.instanceOf(AuthError);
    expect(trail(server)).to.deep.equal(['token', '1', '1', 'token', '2', '2']);
    expect(client.waits).to.deep.equal([5000, 5000]);
  });

  it('costs one refresh for all calls that get it together', async () => {
    const server = await serve(oauthServer((token, use) => (token === '1' && use > 1 ? REVOKED : OK)));
    const client = connect(server, { credentials: OAUTH });
    await client.get(SHARES);
    await Promise.all(Array.from({ length: 6 }, () => client.get(SHARES)));
    expect(trail(server).filter((step) => step === 'token')).to.have.length(2);
    expect(trail(server).filter((step) => step === '2')).to.have.length(6);
  });

  it('costs one wait for all calls that get it together', async () => {
    const server = await serve(oauthServer((_, use) => (use <= 6 ? REVOKED : OK)));
    const waits: number[] = [];
    const sleep: Sleep = (ms) => {
      waits.push(ms);
      return systemSleep(40);
    };
    const client = connect(server, { credentials: OAUTH, sleep });
    await Promise.all(Array.from({ length: 6 }, () => client.get(SHARES)));
    expect(trail(server)).to.deep.equal(['token', ...Array.from({ length: 12 }, () => '1')]);
    expect(waits).to.deep.equal([5000]);
  });

  it('does not use up tokens if one resource always answers it', async () => {
    const api = ({ url }: Received): Reply => (url.startsWith(ACLS.path) ? REVOKED : OK);
    let grants = 0;
    const server = await serve((request) =>
      request.url.startsWith('/oauth') ? grant(`AQX-made-up-${(grants += 1)}`) : api(request),
    );
    const client = connect(server, { credentials: OAUTH });
    await client.get(SHARES);
    const [error] = await Promise.all([rejection(client.get(ACLS)), client.get(SHARES), client.get(SHARES)]);
    expect(error).to.be.instanceOf(AuthError);
    expect(grants).to.equal(2);
  });
});
