import { getEventListeners } from 'node:events';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { expect } from 'chai';
import type { TapError } from '../../src/errors.js';
import type { Transport } from '../../src/linkedin/transport.js';
import { createTransport } from '../../src/linkedin/transport.js';
import type { TestServer } from './harness.js';
import { OK, SHARES, recordingLogger, rejection, useHarness } from './harness.js';

describe('the transport', () => {
  const { serve, connect } = useHarness();

  const open = (signal: AbortSignal, timeoutMs: number): Transport =>
    createTransport({ timeoutMs, signal, logger: recordingLogger().logger, proxy: null });
  const get = (transport: Transport, { url }: TestServer) => transport.send({ method: 'GET', url, headers: {} });

  for (const [coding, pack] of Object.entries({ gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync })) {
    it(`reads a body compressed as ${coding}`, async () => {
      const body = JSON.stringify({ text: 'Éoliennes '.repeat(1000) });
      const server = await serve([
        (response) => response.writeHead(200, { 'Content-Encoding': coding }).end(pack(body)),
      ]);
      const transport = open(new AbortController().signal, 5000);
      expect(await get(transport, server)).to.include({ kind: 'answer', status: 200, text: body });
      transport.close();
    });
  }

  it('treats an empty body as empty, whatever compression it claims', async () => {
    const server = await serve([(response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end()]);
    const transport = open(new AbortController().signal, 5000);
    expect(await get(transport, server)).to.include({ kind: 'answer', status: 200, text: '' });
    transport.close();
  });

  it('does not count the time during which this process could not read', async () => {
    const server = await serve([(response) => void setTimeout(() => response.end('{}'), 30)]);
    const transport = open(new AbortController().signal, 100);
    const answer = get(transport, server);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const blockedUntil = performance.now() + 300;
    while (performance.now() < blockedUntil);
    expect(await answer).to.include({ kind: 'answer', text: '{}' });
    transport.close();
  });

  it('treats a body beyond 64 MiB as an error, without retrying', async () => {
    const chunk = Buffer.alloc(1024 * 1024, 0x20);
    const server = await serve([
      (response) => {
        const write = (left: number): void => {
          if (left === 0) response.end();
          else response.write(chunk, () => write(left - 1));
        };
        write(66);
      },
    ]);
    const client = connect(server);
    const error = await rejection(client.get(SHARES));
    expect(error).to.have.property('code', 'ANSWER_UNEXPECTED');
    expect(client.waits).to.deep.equal([]);
  });

  it('distinguishes response headers beyond Node’s limit from a broken network, and says how to raise it', async () => {
    const server = await serve(() => (response) => response.writeHead(200, { 'X-Long': 'x'.repeat(20_000) }).end('{}'));
    const client = connect(server);
    const error = await rejection(client.get(SHARES));
    expect(error.message).to.include('response headers of more than 16 kB');
    expect((error as TapError).advice).to.include('NODE_OPTIONS=--max-http-header-size=65536');
    expect(client.waits).to.deep.equal([]);
  });

  it('counts the decompressed bytes of a gzip bomb, and stops at the limit', async () => {
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, 0x20));
    expect(bomb.length).to.be.below(1024 * 1024);
    const server = await serve([(response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(bomb)]);
    const error = await rejection(connect(server).get(SHARES));
    expect(error).to.have.property('code', 'ANSWER_UNEXPECTED');
    expect(error.message).to.include('a body of more than 67108864 bytes');
  });

  it('replaces bytes that are not UTF-8', async () => {
    const server = await serve([(response) => response.end(Buffer.from('{"a":"\xE9\xFF"}', 'latin1'))]);
    const transport = open(new AbortController().signal, 5000);
    expect(await get(transport, server)).to.include({ kind: 'answer', text: '{"a":"\uFFFD\uFFFD"}' });
    transport.close();
  });

  it('leaves no listener on the run’s signal', async () => {
    const { signal } = new AbortController();
    const server = await serve(() => OK);
    const client = connect(server, { signal });
    const before = getEventListeners(signal, 'abort').length;
    await Promise.all(Array.from({ length: 100 }, () => client.get(SHARES)));
    expect(getEventListeners(signal, 'abort')).to.have.length(before);
    client.close();
    expect(getEventListeners(signal, 'abort')).to.have.length(0);
  });
});
