import { gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import {
  aclsUrl,
  call,
  FOLLOWERS,
  LABS,
  NORTHWIND,
  refresh,
  SHARES,
  statisticsUrl,
  useSandbox,
  type Reply,
} from './client.js';

describe('sandbox: faults', () => {
  const sandbox = useSandbox();
  const callAcls = (): Promise<Reply> => call(sandbox(), aclsUrl());
  const rejection = (reply: Promise<Reply>): Promise<string> =>
    reply.then(
      () => 'answered',
      (error: NodeJS.ErrnoException) => error.code ?? error.message,
    );

  for (const [kind, status, type, text] of [
    ['500', 500, 'application/json', '{"status":500,"code":"INTERNAL_SERVER_ERROR","message":"Internal Server Error"}'],
    ['504', 504, 'application/json', '{"status":504,"code":"GATEWAY_TIMEOUT","message":"Request timed out"}'],
    ['502-html', 502, 'text/html; charset=utf-8', '<html>'],
    ['503-html', 503, 'text/html; charset=utf-8', '<html>'],
    ['html-200', 200, 'text/html; charset=utf-8', '<html>'],
    ['empty-body', 200, 'application/json', ''],
    ['invalid-json', 200, 'application/json', '{"elements":['],
  ] as const) {
    it(`47: ${kind}, once`, async () => {
      sandbox().set({ faults: [{ kind }] });
      const reply = await callAcls();
      expect([reply.status, reply.headers['content-type']]).to.deep.equal([status, type]);
      expect(reply.text).to.contain(text);
      expect(() => JSON.parse(reply.text || 'none') as unknown).to.satisfy(
        (parse: () => unknown) => throws(parse) || status >= 500,
      );
      expect((await callAcls()).status).to.equal(200);
    });
  }

  it('47: a connection reset before the answer, or in its body', async () => {
    sandbox().set({ faults: [{ kind: 'reset-before-answer' }, { kind: 'reset-mid-body' }] });
    expect(await rejection(callAcls())).to.equal('ECONNRESET');
    expect(await rejection(callAcls())).to.equal('ECONNRESET');
    expect((await callAcls()).status).to.equal(200);
    expect(
      sandbox()
        .requests()
        .map(({ status }) => status),
    ).to.deep.equal([0, 200, 200]);
  });

  it('47: a truncated body, as JSON or compressed', async () => {
    sandbox().set({ faults: [{ kind: 'truncated-json' }, { kind: 'truncated-gzip' }] });
    expect(throws(JSON.parse.bind(JSON, (await callAcls()).text))).to.equal(true);
    const reply = await callAcls();
    expect(reply.headers['content-encoding']).to.equal('gzip');
    expect(() => gunzipSync(reply.bytes)).to.throw('unexpected end of file');
  });

  it('47: an answer withheld until the client leaves, a late one, and one in pieces', async () => {
    sandbox().set({ faults: [{ kind: 'stall' }, { kind: 'stall', ms: 1 }, { kind: 'slow-body', ms: 1 }] });
    const stalled = rejection(callAcls());
    while (sandbox().requests().length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    expect((await callAcls()).json).to.deep.equal((await callAcls()).json);
    await sandbox().close();
    expect(await stalled).to.equal('ECONNRESET');
  });

  it('47: any status and body, with Retry-After', async () => {
    sandbox().set({
      faults: [{ kind: 'status', status: 429, body: { status: 429, message: 'Slow down' }, retryAfter: 7 }],
    });
    const reply = await callAcls();
    expect([reply.status, reply.headers['retry-after'], reply.json.message]).to.deep.equal([429, '7', 'Slow down']);
  });

  it('47: a patch of the answer adds and replaces, in all items of an array or in one', async () => {
    const patch = { paging: null, elements: { added: [1], state: 7 }, more: { deep: true } };
    sandbox().set({
      faults: [
        { kind: 'extra', patch },
        { kind: 'extra', patch: { elements: { 1: { role: null } } } },
      ],
    });
    const { json } = await callAcls();
    expect(json.paging).to.equal(null);
    expect(json['more']).to.deep.equal({ deep: true });
    for (const element of json.elements) expect(element).to.deep.include({ added: [1], state: 7 });
    expect((await callAcls()).json.elements.map(({ role }) => role === null)).to.deep.equal(
      sandbox()
        .truth.acls()
        .map((_, index) => index === 1),
    );
  });

  it('47: a fault matches calls by resource, organization, method and path, after a number of calls', async () => {
    const match = { resource: SHARES, organization: NORTHWIND, method: 'FINDER', path: 'timeIntervals' };
    sandbox().set({ faults: [{ kind: '500', match, after: 1, times: 2 }] });
    const range = '2026-11-01/2026-11-08';
    const others = [
      statisticsUrl(SHARES),
      statisticsUrl(FOLLOWERS, { range }),
      statisticsUrl(SHARES, { range, of: LABS }),
    ];
    for (const path of others) expect((await call(sandbox(), path)).status, path).to.equal(200);
    const statuses = [];
    for (let calls = 0; calls < 4; calls++)
      statuses.push((await call(sandbox(), statisticsUrl(SHARES, { range }))).status);
    expect(statuses).to.deep.equal([200, 500, 500, 200]);
  });

  it('47: faults also apply to the token endpoint', async () => {
    sandbox().set({ faults: [{ kind: '503-html', match: { resource: 'accessToken' }, times: 'always' }] });
    expect([(await refresh(sandbox())).status, (await refresh(sandbox())).status]).to.deep.equal([503, 503]);
    expect((await callAcls()).status).to.equal(200);
  });

  it('49: of three organizations one is fine, one refused, one answers after three faults', async () => {
    sandbox().set({
      organizations: 3,
      roles: { [LABS]: { role: 'ANALYST', state: 'APPROVED' } },
      faults: [{ kind: '500', match: { organization: 104729402 }, times: 3 }],
    });
    const statuses = [];
    for (const of of [NORTHWIND, LABS, 104729402, 104729402, 104729402, 104729402]) {
      statuses.push((await call(sandbox(), statisticsUrl(SHARES, { of }))).status);
    }
    expect(statuses).to.deep.equal([200, 403, 500, 500, 500, 200]);
  });
});

function throws(run: () => unknown): boolean {
  try {
    run();
    return false;
  } catch {
    return true;
  }
}
