import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { RateLimitError, RefusedError, UnansweredError } from '../../src/linkedin/errors.js';
import type { Reply } from './harness.js';
import { ACLS, BURST, DAILY_LIMIT, OK, SHARES, UNAVAILABLE, rejection, useHarness } from './harness.js';

const RESET_AT_ONCE: Reply = (response) => void response.socket?.destroy();

const CUT: Reply = (response) => {
  response.writeHead(200, { 'Content-Length': '1000' });
  response.write('{"elements":[');
  setTimeout(() => response.socket?.destroy(), 10);
};

const CUT_GZIP: Reply = (response) => {
  const packed = gzipSync(JSON.stringify({ elements: Array.from({ length: 500 }, (_, id) => ({ id })) }));
  response.writeHead(200, { 'Content-Encoding': 'gzip' });
  response.end(packed.subarray(0, packed.length / 2));
};

const retries = (lines: readonly string[]): string[] => lines.filter((line) => line.includes('retryable'));

describe('retrying a call', () => {
  const { serve, connect } = useHarness();

  it('logs each retry in the contract’s words, and waits twice as long each time', async () => {
    const server = await serve([UNAVAILABLE, UNAVAILABLE, OK]);
    const client = connect(server);
    const { body } = await client.get(SHARES);
    expect(body).to.deep.equal({ elements: [] });
    expect(client.waits).to.deep.equal([1000, 2000]);
    expect(retries(client.lines)).to.deep.equal([
      "WARNING Caught retryable error 'HTTP 503 SERVICE_UNAVAILABLE: Try later' after 1 tries. Waiting 1 seconds then retrying...",
      "WARNING Caught retryable error 'HTTP 503 SERVICE_UNAVAILABLE: Try later' after 2 tries. Waiting 2 seconds then retrying...",
    ]);
  });

  it('says what happened in plain words, once while others wait for the same', async () => {
    const server = await serve([UNAVAILABLE, UNAVAILABLE, OK, OK, OK]);
    const client = connect(server);
    await Promise.all([client.get(SHARES), client.get(SHARES)]);
    const said = client.lines.filter((line) => line.includes('(try '));
    expect(said[0]).to.equal(
      'INFO organizationalEntityShareStatistics answered HTTP 503 SERVICE_UNAVAILABLE: Try later (try 1 of 5); again in 1 s.',
    );
    expect(retries(client.lines)).to.have.length(2);
    expect(client.retries).to.include({ count: 2, seconds: 2 });
    expect(client.retries.waiting.size).to.equal(0);
  });

  it('names the host that refuses the connection', async () => {
    const client = connect({ url: 'http://127.0.0.1:9' } as never, { maxTries: 2 });
    const error = await rejection(client.get(SHARES));
    expect(client.lines).to.include('INFO Connection refused by 127.0.0.1:9 (try 1 of 2); again in 1 s.');
    expect(error.message).to.include('the last one: connection refused by 127.0.0.1:9.');
  });

  it('varies waits by up to a fifth', async () => {
    const server = await serve([UNAVAILABLE, UNAVAILABLE, OK]);
    const draws = [0, 0.999_999];
    const client = connect(server, { random: () => draws.shift() ?? 0.5 });
    await client.get(SHARES);
    expect(client.waits.map(Math.round)).to.deep.equal([800, 2400]);
  });

  for (const [name, reply] of Object.entries<Reply>({
    'a 500': { status: 500, body: { status: 500, code: 'INTERNAL_SERVER_ERROR', message: 'Internal' } },
    'a 502 of HTML': { status: 502, body: '<html><title>Bad Gateway</title></html>' },
    'an empty 200': { body: '' },
    'a 200 of HTML': { body: '<html>maintenance</html>' },
    'a 200 that is not an object': { body: [] },
    'an answer cut off midway': CUT,
    'a truncated gzip': CUT_GZIP,
    'a broken gzip': { headers: { 'Content-Encoding': 'gzip' }, body: 'no gzip at all' },
  })) {
    it(`retries ${name}, and says what it was`, async () => {
      const client = connect(await serve([reply, OK]));
      await client.get(SHARES);
      expect(retries(client.lines)).to.have.length(1);
      expect(retries(client.lines)[0]).to.match(/^WARNING Caught retryable error 'HTTP \d{3}.+' after 1 tries\. /);
    });
  }

  it('retries a connection reset before an answer, and says null', async () => {
    const client = connect(await serve([RESET_AT_ONCE, OK]));
    await client.get(SHARES);
    expect(retries(client.lines)).to.deep.equal([
      "WARNING Caught retryable error 'null' after 1 tries. Waiting 1 seconds then retrying...",
    ]);
  });

  it('retries an answer that stalls midway beyond the time-out, and says null', async () => {
    const stalled: Reply = (response) => {
      response.writeHead(200);
      response.write('{"elements":');
    };
    const client = connect(await serve([stalled, OK]), { requestTimeoutMs: 60 });
    await client.get(SHARES);
    expect(retries(client.lines)[0]).to.include("error 'null' after 1 tries");
  });

  it('gives up after max_tries, naming the request and the last answer', async () => {
    const server = await serve(() => UNAVAILABLE);
    const error = await rejection(connect(server, { maxTries: 3 }).get(SHARES));
    expect(error).to.be.instanceOf(UnansweredError);
    expect(error).to.have.property('code', 'UNANSWERED');
    expect(error.message).to.equal(
      'FINDER organizationalEntityShareStatistics (urn:li:organization:104729384) was not answered in 3 tries; ' +
        'the last one: HTTP 503 SERVICE_UNAVAILABLE: Try later.',
    );
    expect(server.received).to.have.length(3);
  });

  it('gives up on a host that does not answer, naming the error', async () => {
    const server = await serve(() => RESET_AT_ONCE);
    const error = await rejection(connect(server, { maxTries: 2 }).get(SHARES));
    expect(error.message).to.match(/was not answered in 2 tries; the last one: connection broken \(ECONNRESET\)/);
  });

  it('never retries another 4xx', async () => {
    for (const status of [400, 409, 422]) {
      const server = await serve([{ status, body: { status, message: 'Invalid query parameters' } }]);
      const client = connect(server);
      const error = await rejection(client.get(SHARES));
      expect(error).to.be.instanceOf(RefusedError);
      expect(error).to.include({ code: 'REQUEST_REFUSED', status });
      expect(server.received).to.have.length(1);
      expect(client.waits).to.deep.equal([]);
    }
  });

  it('never follows a redirect, which would carry the token elsewhere', async () => {
    const elsewhere = await serve(() => OK);
    const server = await serve([{ status: 302, headers: { Location: `${elsewhere.url}/rest/organizationAcls` } }]);
    const error = await rejection(connect(server).get(ACLS));
    expect(error).to.have.property('code', 'REQUEST_REFUSED');
    expect(error.message).to.include(`a redirect to ${new URL(elsewhere.url).host}`);
    expect(elsewhere.received).to.deep.equal([]);
    expect(server.received).to.have.length(1);
  });
});

describe('a burst 429', () => {
  const { serve, connect } = useHarness();

  it('waits five times as long', async () => {
    const client = connect(await serve([BURST, BURST, OK]));
    await client.get(SHARES);
    expect(client.waits).to.deep.equal([5000, 10_000]);
  });

  it('honours Retry-After in seconds', async () => {
    const client = connect(await serve([{ ...BURST, headers: { 'Retry-After': '7' } }, OK]));
    await client.get(SHARES);
    expect(client.waits).to.deep.equal([7000]);
    expect(retries(client.lines)[0]).to.include('Waiting 7 seconds then retrying...');
  });

  it('honours Retry-After as a date, by the answer’s clock', async () => {
    const headers = { Date: 'Sun, 22 Nov 2026 04:00:00 GMT', 'Retry-After': 'Sun, 22 Nov 2026 04:00:42 GMT' };
    const client = connect(await serve([{ ...BURST, headers }, OK]));
    await client.get(SHARES);
    expect(client.waits).to.deep.equal([42_000]);
  });

  it('waits as usual if Retry-After makes no sense', async () => {
    const client = connect(await serve([{ ...BURST, headers: { 'Retry-After': '-1' } }, OK]));
    await client.get(SHARES);
    expect(client.waits).to.deep.equal([5000]);
  });

  it('honours Retry-After of a 503 too', async () => {
    const client = connect(await serve([{ ...UNAVAILABLE, headers: { 'Retry-After': '3' } }, OK]));
    await client.get(SHARES);
    expect(client.waits).to.deep.equal([3000]);
  });

  it('counts as a daily limit when Retry-After is over 300 seconds', async () => {
    const server = await serve([{ ...BURST, headers: { 'Retry-After': '301' } }]);
    expect(await rejection(connect(server).get(SHARES))).to.be.instanceOf(RateLimitError);
    expect(server.received).to.have.length(1);
  });

  it('counts as a daily limit when max_tries is used up on it', async () => {
    const server = await serve(() => BURST);
    const client = connect(server);
    const error = await rejection(client.get(SHARES));
    expect(error).to.be.instanceOf(RateLimitError);
    expect(error.message).to.match(/^Max try rate limit exceeded\.\.\. /);
    expect(server.received).to.have.length(5);
    expect(client.waits).to.deep.equal([5000, 10_000, 20_000, 40_000]);
  });
});

describe('a daily limit', () => {
  const { serve, connect } = useHarness();

  it('is never retried, and says when it resets and where to see the limits', async () => {
    const server = await serve([DAILY_LIMIT]);
    const error = (await rejection(connect(server).get(SHARES))) as RateLimitError;
    expect(error.code).to.equal('DAILY_LIMIT');
    expect(error.message).to.match(/^Max try rate limit exceeded\.\.\. .*organizationalEntityShareStatistics/);
    expect(error.message).to.include('00:00 UTC (2026-11-23T00:00:00.000Z)');
    expect(error.hint).to.include('Analytics tab');
    expect(error.resetsAt).to.equal(Date.parse('2026-11-23T00:00:00Z'));
    expect(server.received).to.have.length(1);
  });

  it('ends calls to that resource only, without sending them', async () => {
    const server = await serve(({ url }) => (url.startsWith(SHARES.path) ? DAILY_LIMIT : OK));
    const client = connect(server);
    await rejection(client.get(SHARES));
    expect(await rejection(client.get({ ...SHARES, query: 'q=other' }))).to.be.instanceOf(RateLimitError);
    await client.get(ACLS);
    expect(server.received.map(({ url }) => url.split('?')[0])).to.deep.equal([SHARES.path, ACLS.path]);
  });

  it('ends calls to that resource that were waiting for their turn', async () => {
    const server = await serve([DAILY_LIMIT]);
    const client = connect(server, { maxConcurrency: 1 });
    const errors = await Promise.all(
      [1, 2, 3].map((start) => rejection(client.get({ ...SHARES, query: `start=${start}` }))),
    );
    expect(errors.every((error) => error instanceof RateLimitError)).to.equal(true);
    expect(server.received).to.have.length(1);
  });
});
