import { expect } from 'chai';
import { systemSleep } from '../../src/clock.js';
import type { ApiRequest } from '../../src/linkedin/index.js';
import { AccessDeniedError, BudgetError, NotFoundError, VersionError } from '../../src/linkedin/index.js';
import { ACLS, NOW, OAUTH, OK, SHARES, TOKEN, UNAVAILABLE, rejection, useHarness } from './harness.js';

const LONG: ApiRequest = { ...SHARES, query: `${SHARES.query}&shares=List(${'urn%3Ali%3Ashare%3A1,'.repeat(200)}1)` };
const URI_TOO_LONG = { status: 414, body: '' };

describe('a call', () => {
  const { serve, connect } = useHarness();

  it('is sent with its query untouched and with the headers that LinkedIn wants', async () => {
    const server = await serve([OK]);
    const query =
      'q=x&timeIntervals=(timeRange:(start:1,end:2),timeGranularityType:DAY)&shares=List(urn%3Ali%3Ashare%3A1,a%28b%29)';
    await connect(server).get({ ...SHARES, query });
    const { method, url, headers, body } = server.received[0]!;
    expect({ method, url, body }).to.deep.equal({ method: 'GET', url: `${SHARES.path}?${query}`, body: '' });
    expect(headers).to.include({
      authorization: 'Bearer AQX-made-up-access',
      'linkedin-version': '202609',
      'x-restli-protocol-version': '2.0.0',
      'x-restli-method': 'FINDER',
      'user-agent': 'tap-linkedin-pages/0.0.0',
      accept: 'application/json',
      'accept-encoding': 'gzip',
      connection: 'keep-alive',
    });
  });

  it('names no version outside /rest', async () => {
    const server = await serve([OK]);
    await connect(server).get({ resource: 'functions', method: 'GET_ALL', path: '/v2/functions', query: '' });
    expect(server.received[0]?.url).to.equal('/v2/functions');
    expect(server.received[0]?.headers).not.to.have.property('linkedin-version');
  });

  it('brings the body and the time by the clock of the run', async () => {
    const answer = await connect(await serve([{ body: { firstDegreeSize: 12 } }])).get(SHARES);
    expect(answer).to.deep.equal({ body: { firstDegreeSize: 12 }, receivedAt: NOW });
  });

  it('is tunnelled when its query is beyond 4000 characters', async () => {
    const server = await serve([OK]);
    await connect(server).get(LONG);
    const { method, url, headers, body } = server.received[0]!;
    expect({ method, url, body }).to.deep.equal({ method: 'POST', url: LONG.path, body: LONG.query });
    expect(headers).to.include({
      'x-http-method-override': 'GET',
      'content-type': 'application/x-www-form-urlencoded',
      'x-restli-method': 'FINDER',
      'linkedin-version': '202609',
    });
  });

  it('is tunnelled after a 414, once', async () => {
    const server = await serve([URI_TOO_LONG, OK, URI_TOO_LONG, URI_TOO_LONG]);
    const client = connect(server);
    await client.get(SHARES);
    expect(server.received.map(({ method }) => method)).to.deep.equal(['GET', 'POST']);
    expect(await rejection(client.get(SHARES))).to.have.property('code', 'REQUEST_REFUSED');
    expect(client.waits).to.deep.equal([]);
  });

  it('is tunnelled when it holds an empty text, which a URL would turn into two apostrophes', async () => {
    const server = await serve([OK]);
    await connect(server).get({ ...SHARES, query: "q=vanityName&vanityName=''" });
    expect(server.received[0]?.body).to.equal("q=vanityName&vanityName=''");
  });

  it('uses the same sockets again', async () => {
    const ports = new Set<number | undefined>();
    const server = await serve(() => (response) => {
      ports.add(response.socket?.remotePort);
      response.end('{}');
    });
    const client = connect(server);
    for (let call = 0; call < 5; call += 1) await client.get(SHARES);
    expect(ports.size).to.equal(1);
  });
});

describe('an error', () => {
  const { serve, connect } = useHarness();

  it('of a 403 says what was asked, what came, and what may be missing', async () => {
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
    it(`of a version refused as ${form} names the setting, the version and one to set, and ends the run`, async () => {
      const server = await serve([{ status, body }]);
      const client = connect(server, { linkedinVersion: '202501' });
      const error = await rejection(client.get(SHARES));
      expect(error).to.be.instanceOf(VersionError).with.property('code', 'VERSION_REFUSED');
      expect(error.message).to.match(/version 202501 .*set linkedin_version to .* for instance 202609\.$/);
      expect(await rejection(client.get(ACLS))).to.equal(error);
      expect(server.received).to.have.length(1);
    });
  }

  it('never holds a secret, not even half of one, and neither does the log', async () => {
    const echo = `${'x'.repeat(290)}AQX-made-up-1-${'y'.repeat(50)} made-up-client-secret AQW-made-up-refresh`;
    const server = await serve(({ url }) =>
      url.startsWith('/oauth')
        ? { body: { access_token: `AQX-made-up-1-${'y'.repeat(50)}`, expires_in: 86_400 } }
        : { status: url.startsWith(ACLS.path) ? 500 : 403, body: { message: echo } },
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

describe('the budget of calls', () => {
  const { serve, connect } = useHarness();

  it('is kept exactly, however many calls are under way', async () => {
    const server = await serve(() => OK);
    const client = connect(server, { maxCalls: 7 });
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => client.get(SHARES)));
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as BudgetError] : []));
    expect(server.received).to.have.length(7);
    expect(refused).to.have.length(13);
    expect(refused[0]).to.be.instanceOf(BudgetError).with.property('code', 'CALL_BUDGET');
    expect(refused[0]?.message).to.equal('Stopped after 7 calls (max_calls).');
  });

  it('counts retries', async () => {
    const server = await serve(() => UNAVAILABLE);
    const client = connect(server, { maxCalls: 2 });
    expect(await rejection(client.get(SHARES))).to.be.instanceOf(BudgetError);
    expect(server.received).to.have.length(2);
    expect(client.calls).to.deep.include({ total: 2, byResource: new Map([[SHARES.resource, 2]]) });
  });
});

describe('aborting the run', () => {
  const { serve, connect } = useHarness();

  it('ends calls under way and calls that wait for a slot, with the reason of the run', async () => {
    const server = await serve(() => () => undefined);
    const client = connect(server, { maxConcurrency: 1 });
    const calls = [rejection(client.get(SHARES)), rejection(client.get(SHARES))];
    const reason = new Error('interrupted');
    setTimeout(() => client.abort.abort(reason), 20);
    expect(await Promise.all(calls)).to.deep.equal([reason, reason]);
    expect(await rejection(client.get(SHARES))).to.equal(reason);
    expect(server.received).to.have.length(1);
  });

  it('ends waits between tries', async () => {
    const server = await serve(() => UNAVAILABLE);
    const client = connect(server, { sleep: systemSleep, retryWaitMs: 60_000 });
    const call = rejection(client.get(SHARES));
    setTimeout(() => client.abort.abort(new Error('interrupted')), 20);
    expect((await call).message).to.equal('interrupted');
  });
});

describe('many calls that wait for their next try', () => {
  const { serve, connect } = useHarness();

  it('make Node print no warning of a leak', async () => {
    const warnings: string[] = [];
    const listen = (warning: Error): unknown => warnings.push(warning.message);
    process.on('warning', listen);
    let replies = 0;
    const server = await serve(() => ((replies += 1) <= 20 ? UNAVAILABLE : OK));
    const client = connect(server, { sleep: systemSleep, retryWaitMs: 60 });
    await Promise.all(Array.from({ length: 20 }, () => client.get(SHARES)));
    process.off('warning', listen);
    expect(warnings).to.deep.equal([]);
  });
});

describe('HTTP metrics', () => {
  const { serve, connect } = useHarness();

  it('come as one count and one mean for each endpoint and status, since the last report', async () => {
    let time = NOW;
    const server = await serve([OK, OK, UNAVAILABLE, OK]);
    const client = connect(server, { credentials: TOKEN, wallClock: () => (time += 100) });
    await client.get(SHARES);
    await client.get(SHARES);
    await client.get(ACLS);
    client.reportMetrics();
    client.reportMetrics();
    const tags = (endpoint: string, code: number, status: string): object => ({
      endpoint,
      http_status_code: code,
      status,
    });
    const metrics = client.lines.flatMap((line) =>
      line.startsWith('INFO METRIC: ') ? [JSON.parse(line.slice(13)) as unknown] : [],
    );
    const pair = (value: number, of: object): object[] => [
      { type: 'counter', metric: 'http_request_count', value, tags: of },
      { type: 'timer', metric: 'http_request_duration', value: 0.1, tags: of },
    ];
    expect(metrics).to.deep.equal([
      ...pair(2, tags(SHARES.resource, 200, 'succeeded')),
      ...pair(1, tags(ACLS.resource, 503, 'failed')),
      ...pair(1, tags(ACLS.resource, 200, 'succeeded')),
    ]);
  });
});
