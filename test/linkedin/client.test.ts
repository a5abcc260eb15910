import { expect } from 'chai';
import { systemSleep } from '../../src/clock.js';
import { BudgetError } from '../../src/linkedin/errors.js';
import type { ApiRequest } from '../../src/linkedin/api-request.js';
import { ACLS, NOW, OK, SHARES, TOKEN, UNAVAILABLE, rejection, useHarness } from './harness.js';

const LONG: ApiRequest = { ...SHARES, query: `${SHARES.query}&shares=List(${'urn%3Ali%3Ashare%3A1,'.repeat(200)}1)` };
const URI_TOO_LONG = { status: 414, body: '' };

describe('a call', () => {
  const { serve, connect } = useHarness();

  it('is sent with its query unchanged and with the headers that LinkedIn requires', async () => {
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

  it('returns the body, and the time according to the run’s clock', async () => {
    const answer = await connect(await serve([{ body: { firstDegreeSize: 12 } }])).get(SHARES);
    expect(answer).to.deep.equal({ body: { firstDegreeSize: 12 }, receivedAt: NOW });
  });

  it('is tunnelled if its query is longer than 4000 characters', async () => {
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

  it('is tunnelled if it contains empty text, which a URL would turn into two apostrophes', async () => {
    const server = await serve([OK]);
    await connect(server).get({ ...SHARES, query: "q=vanityName&vanityName=''" });
    expect(server.received[0]?.body).to.equal("q=vanityName&vanityName=''");
  });

  it('reuses sockets', async () => {
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

  it('ends calls under way and calls waiting for a slot, with the run’s reason', async () => {
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

describe('many calls waiting for their next try', () => {
  const { serve, connect } = useHarness();

  it('do not make Node warn of a leak', async () => {
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

  it('have one count and one mean for each endpoint and status, since the last report', async () => {
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
