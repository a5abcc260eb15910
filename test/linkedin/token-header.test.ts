import { expect } from 'chai';
import { TokenEndpointError } from '../../src/linkedin/errors.js';
import { OAUTH, rejection, SHARES, useHarness } from './harness.js';
import { grant } from './oauth-server.js';

describe('an access token that cannot be in a header', () => {
  const { serve, connect } = useHarness();

  for (const token of ['AQX-made-up\n-1', 'AQX-made-up-1\r\n', 'AQX made up', 'AQX-mäde-up']) {
    it(`is reported as such, and nothing is sent with it: ${JSON.stringify(token)}`, async () => {
      const server = await serve([grant(token)]);
      const error = await rejection(connect(server, { credentials: OAUTH }).get(SHARES));
      expect(error).to.be.instanceOf(TokenEndpointError);
      expect(error.message).to.include('with an access_token that no header can carry').and.not.include(token);
      expect(server.received).to.have.length(1);
    });
  }
});
