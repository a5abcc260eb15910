import { expect } from 'chai';
import { aclsUrl, call, NORTHWIND, SHARES, statisticsUrl, useSandbox } from './client.js';

const ENTITY = 'urn%3Ali%3Aorganization%3A104729384';
const RANGE = '2026-11-01/2026-11-08';
const START = Date.parse('2026-11-01');
const END = Date.parse('2026-11-08');

describe('sandbox: wire form', () => {
  const sandbox = useSandbox();

  it('1: a call without LinkedIn-Version gives a 400 VERSION_MISSING, even without a token', async () => {
    const headers = { 'linkedin-version': undefined, authorization: undefined };
    const reply = await call(sandbox(), '/rest/organizationAcls?q=roleAssignee', { headers });
    expect(reply.status).to.equal(400);
    expect(reply.json).to.deep.equal({
      status: 400,
      code: 'VERSION_MISSING',
      message: 'A version must be present. Please specify a version by adding the LinkedIn-Version header.',
    });
    expect(reply.headers['x-restli-gateway-error']).to.equal('true');
  });

  for (const version of ['202512', '202511', '202610', '20260901', 'latest']) {
    it(`2: version ${version} gives a 426 NONEXISTENT_VERSION`, async () => {
      const reply = await call(sandbox(), aclsUrl(), { headers: { 'linkedin-version': version } });
      expect(reply.status).to.equal(426);
      expect(reply.json).to.deep.equal({
        status: 426,
        code: 'NONEXISTENT_VERSION',
        message: `Requested version ${version}01 is not active`,
      });
    });
  }

  it('2: the set of active versions can be changed', async () => {
    sandbox().set({ versions: ['202610'] });
    expect((await call(sandbox(), aclsUrl(), { headers: { 'linkedin-version': '202610' } })).status).to.equal(200);
    expect((await call(sandbox(), aclsUrl())).status).to.equal(426);
  });

  it('3: /v2 does not need LinkedIn-Version', async () => {
    const path = `/v2/networkSizes/${ENTITY}?edgeType=CompanyFollowedByMember`;
    const reply = await call(sandbox(), path, { headers: { 'linkedin-version': undefined } });
    expect(reply.json).to.deep.equal({ firstDegreeSize: sandbox().truth.totalFollowers(NORTHWIND) });
  });

  it('4: header names may be in any case, and each answer has its own x-li-uuid', async () => {
    const headers = { 'linkedin-version': undefined, 'LINKEDIN-VERSION': '202609' };
    const replies = [await call(sandbox(), aclsUrl(), { headers }), await call(sandbox(), '/rest/nothing')];
    expect(replies.map(({ status }) => status)).to.deep.equal([200, 404]);
    expect(new Set(replies.map((reply) => reply.headers['x-li-uuid']))).to.have.property('size', 2);
    for (const reply of replies) {
      expect(reply.headers['x-li-fabric']).to.be.a('string');
      expect(Object.keys(reply.headers).filter((name) => /rate-?limit|retry-after/.test(name))).to.deep.equal([]);
    }
  });

  const dotted =
    `/rest/${SHARES}?q=organizationalEntity&organizationalEntity=${ENTITY}` +
    `&timeIntervals.timeRange.start=${START}&timeIntervals.timeRange.end=${END}&timeIntervals.timeGranularityType=DAY`;
  const old = { headers: { 'x-restli-protocol-version': undefined } };

  it('5: protocol 1.0.0 accepts dotted names and indexes, and rejects List( and records', async () => {
    expect((await call(sandbox(), dotted, old)).json.elements).to.have.length(7);
    expect((await call(sandbox(), '/rest/organizations?ids[0]=104729384&ids[1]=104729391', old)).status).to.equal(200);
    expect((await call(sandbox(), '/rest/organizations?ids=104729384', old)).status).to.equal(200);
    for (const path of [statisticsUrl(SHARES, { range: RANGE }), '/rest/organizations?ids=List(104729384)']) {
      expect((await call(sandbox(), path, old)).status, path).to.equal(400);
    }
  });

  it('5: protocol 2.0.0 rejects dotted names with 403 and indexes with 400', async () => {
    const dots = await call(sandbox(), dotted);
    expect(dots.status).to.equal(403);
    expect(dots.json).to.include({ serviceErrorCode: 100, code: 'ACCESS_DENIED' });
    expect(dots.json.message).to.match(
      /^Unpermitted fields present in PARAMETER: .*\[\/timeIntervals\/timeRange\/start\]$/,
    );
    const indexes = await call(sandbox(), `${statisticsUrl(SHARES)}&shares[0]=urn%3Ali%3Ashare%3A1`);
    expect(indexes.status).to.equal(400);
    expect(indexes.json['code']).to.equal('QUERY_PARAM_NOT_ALLOWED');
    expect(indexes.text).to.contain('"fieldPath":"shares[0]"');
  });

  const encoded = [
    `%28timeRange:(start:${START},end:${END}),timeGranularityType:DAY)`,
    `(timeRange:(start%3A${START},end:${END}),timeGranularityType:DAY)`,
    `(timeRange:(start:${START}%2Cend:${END}),timeGranularityType:DAY)`,
    `(timeRange:(start:${START},end:${END}),timeGranularityType:DAY%29`,
    `timeRange:(start:${START},end:${END}),timeGranularityType:DAY`,
    encodeURIComponent(`(timeRange:(start:${START},end:${END}),timeGranularityType:DAY)`),
  ];
  for (const value of encoded) {
    it(`6: encoded or missing structure gives a 400: ${value}`, async () => {
      const reply = await call(sandbox(), `${statisticsUrl(SHARES)}&timeIntervals=${value}`);
      expect(reply.status).to.equal(400);
      expect(reply.json).to.deep.equal({ status: 400, message: "Parameter 'timeIntervals' is invalid" });
    });
  }

  for (const ids of [
    'List(urn:li:organization:104729384)',
    'List%28104729384%29',
    'List(104729384%2C104729391)',
    '104729384',
  ]) {
    it(`6: an invalid list gives a 400: ids=${ids}`, async () => {
      expect((await call(sandbox(), `/rest/organizations?ids=${ids}`)).status).to.equal(400);
    });
  }

  const wrong = [
    `/rest/${SHARES}?organizationalEntity=${ENTITY}`,
    `/rest/${SHARES}?q=organization&organizationalEntity=${ENTITY}`,
    `/rest/${SHARES}?q=organizationalEntity`,
    `/rest/${SHARES}?q=organizationalEntity&organizationalEntity={organization}`,
    `/rest/${SHARES}?q=organizationalEntity&organizationalEntity=${ENTITY}&organization=${ENTITY}`,
    '/rest/organizationAcls?q=member',
    '/rest/organizationAcls',
  ];
  for (const path of wrong) {
    it(`7: a wrong finder or parameter gives a 400: ${path}`, async () => {
      expect((await call(sandbox(), path)).status).to.equal(400);
    });
  }

  it('48: a tunnelled query is answered like the GET', async () => {
    const [path = '', query = ''] = statisticsUrl(SHARES, { range: RANGE }).split('?');
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-http-method-override': 'GET' };
    const tunnelled = await call(sandbox(), path, { method: 'POST', headers, body: query });
    expect(tunnelled.json).to.deep.equal((await call(sandbox(), `${path}?${query}`)).json);
    expect(sandbox().requests()[0]).to.include({ method: 'POST', url: path, body: query, organization: NORTHWIND });
  });

  it('48: a URL over the limit gives a 414, a plain POST a 405', async () => {
    const long = `/rest/organizations?ids=List(${Array.from({ length: 1000 }, (_, id) => 100_000_000 + id).join(',')})`;
    expect((await call(sandbox(), long)).status).to.equal(414);
    sandbox().set({ urlLimit: 20_000 });
    expect((await call(sandbox(), long)).status).to.equal(200);
    expect((await call(sandbox(), aclsUrl(), { method: 'POST' })).status).to.equal(405);
  });

  it('answers an unknown resource with a 404 that names it', async () => {
    const reply = await call(sandbox(), '/rest/organisations?q=x');
    expect([reply.status, reply.json.message]).to.deep.equal([404, 'Resource organisations does not exist']);
  });

  it('keeps only the requested fields', async () => {
    const reply = await call(sandbox(), '/rest/organizations?ids=List(104729384)&fields=id,localizedName');
    expect(reply.json.results).to.deep.equal({ 104729384: { id: 104729384, localizedName: 'Northwind Turbines' } });
  });
});
