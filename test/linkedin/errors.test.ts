import { expect } from 'chai';
import { AccessDeniedError, NotFoundError, VersionError } from '../../src/linkedin/errors.js';
import type { ApiRequest } from '../../src/linkedin/api-request.js';
import { ACLS, OAUTH, SHARES, rejection, useHarness } from './harness.js';

describe('an error', () => {
  const { serve, connect } = useHarness();

  it('of a 403 says what was requested, what came, and what may be missing', async () => {
    const message =
      'Not enough permissions to access: organizationalEntityShareStatistics.FINDER-organizationalEntity.20260901';
    const body = { status: 403, serviceErrorCode: 100, code: 'ACCESS_DENIED', message };
    const server = await serve([{ status: 403, headers: { 'x-li-uuid': 'AAYmadeup' }, body }]);
    const error = await rejection(connect(server).get(SHARES));
    expect(error).to.be.instanceOf(AccessDeniedError);
    expect(error).to.include({
      code: 'ACCESS_DENIED',
      status: 403,
      linkedinMessage: message,
      resource: SHARES.resource,
    });
    expect(error.message).to.equal(
      'LinkedIn denied FINDER organizationalEntityShareStatistics (urn:li:organization:104729384): ' +
        `HTTP 403 ACCESS_DENIED: ${message} (x-li-uuid AAYmadeup).`,
    );
  });

  it('names the organization of a path', async () => {
    const server = await serve([{ status: 403, body: '' }]);
    const request: ApiRequest = {
      resource: 'organizations',
      method: 'GET',
      path: '/rest/organizations/104729384',
      query: '',
    };
    const error = await rejection(connect(server).get(request));
    expect(error.message).to.equal('LinkedIn denied GET organizations (urn:li:organization:104729384): HTTP 403.');
  });

  it('of a 404 or 410 is NOT_FOUND', async () => {
    for (const status of [404, 410]) {
      const error = await rejection(connect(await serve([{ status, body: '<html>gone</html>' }])).get(SHARES));
      expect(error).to.be.instanceOf(NotFoundError);
      expect(error).to.include({ code: 'NOT_FOUND', status, linkedinMessage: '<html>gone</html>' });
    }
  });

  for (const [form, status, body] of [
    ['a bare 426', 426, {}],
    ['the code with a 400', 400, { code: 'NONEXISTENT_VERSION', message: 'no' }],
    ['the sentence with a 400', 400, { message: 'Requested version 20250101 is not active' }],
  ] as const) {
    it(`of a version refused as ${form} names the setting, the version and a valid one, and ends the run`, async () => {
      const server = await serve([{ status, body }]);
      const client = connect(server, { linkedinVersion: '202501' });
      const error = await rejection(client.get(SHARES));
      expect(error).to.be.instanceOf(VersionError).with.property('code', 'VERSION_REFUSED');
      expect(error.message).to.match(/version 202501 .*set linkedin_version to .* for instance 202609\.$/);
      expect(await rejection(client.get(ACLS))).to.equal(error);
      expect(server.received).to.have.length(1);
    });
  }

  it('never contains a secret, or half of one, and neither does the log', async () => {
    const message = `${'x'.repeat(290)}AQX-made-up-1-${'y'.repeat(50)}`;
    const echo = JSON.stringify({ message, code: 'made-up-client-secret AQW-made-up-refresh' });
    const server = await serve(({ url }) =>
      url.startsWith('/oauth')
        ? { body: { access_token: `AQX-made-up-1-${'y'.repeat(50)}`, expires_in: 86_400 } }
        : { status: url.startsWith(ACLS.path) ? 500 : 403, body: echo.replaceAll('-', String.raw`\u002d`) },
    );
    const client = connect(server, { credentials: OAUTH, maxTries: 2 });
    const errors = [await rejection(client.get(SHARES)), await rejection(client.get(ACLS))];
    const shown = [...client.lines, ...errors.map((error) => `${error.stack} ${JSON.stringify(error)}`)].join('\n');
    expect(shown).not.to.match(/AQ[XW]-|made-up-client|yyy/);
    expect(shown).to.include('/rest/organizationAcls?q=roleAssignee');
  });

  it('is one line of bounded length whatever LinkedIn sends', async () => {
    const server = await serve([{ status: 400, body: `<html>\n\n${'words '.repeat(10_000)}` }]);
    const error = await rejection(connect(server).get(SHARES));
    expect(error.message).to.have.length.below(600).and.not.include('\n');
  });
});
