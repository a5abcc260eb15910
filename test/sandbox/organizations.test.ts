import { expect } from 'chai';
import { aclsUrl, call, CLOSED_SCHOOL, LABS, NORTHWIND, useSandbox, type Body } from './client.js';

const ANALYSED = 104729417;

describe('sandbox: roles and organizations', () => {
  const sandbox = useSandbox();

  it('15: organizationAcls gives every role and state, or those of a filter', async () => {
    const all = (await call(sandbox(), aclsUrl())).json.elements;
    expect(all).to.deep.equal(sandbox().truth.acls());
    expect(new Set(all.map(({ state }) => state))).to.deep.equal(new Set(['APPROVED', 'REQUESTED', 'REVOKED']));
    expect(all[0]).to.have.all.keys('role', 'organization', 'roleAssignee', 'state');
    const analysed = (await call(sandbox(), aclsUrl('&role=ANALYST'))).json.elements;
    expect(analysed.map(({ organization }) => organization)).to.deep.equal([`urn:li:organization:${ANALYSED}`]);
    const administered = (await call(sandbox(), aclsUrl('&role=ADMINISTRATOR&state=APPROVED'))).json.elements;
    expect(administered.map(({ organization }) => organization)).to.deep.equal(
      sandbox()
        .truth.organizations()
        .map(({ $URN }) => $URN),
    );
  });

  it('15: a member without roles gets an empty list', async () => {
    sandbox().set({ organizations: [{ id: NORTHWIND, role: null }] });
    const { status, json } = await call(sandbox(), aclsUrl());
    expect([status, json]).to.deep.equal([200, { paging: { start: 0, count: 10, links: [] }, elements: [] }]);
  });

  it('15: the organization finder lists the members of a page to its administrators', async () => {
    const url = (id: number): string =>
      `/rest/organizationAcls?q=organization&organization=urn%3Ali%3Aorganization%3A${id}`;
    const { elements } = (await call(sandbox(), url(NORTHWIND))).json;
    expect(new Set(elements.map(({ organization }) => organization))).to.have.property('size', 1);
    expect(elements).to.have.length.greaterThan(1);
    expect((await call(sandbox(), url(ANALYSED))).status).to.equal(403);
  });

  const walk = async (first: string): Promise<{ organizations: unknown[]; sizes: number[] }> => {
    const organizations: unknown[] = [];
    const sizes: number[] = [];
    for (let next: string | undefined = first; next !== undefined;) {
      const { elements, paging }: Body = (await call(sandbox(), next)).json;
      organizations.push(...elements.map(({ organization }) => organization));
      sizes.push(elements.length);
      next = paging.links[0]?.href;
    }
    return { organizations, sizes };
  };

  for (const [aclFirstPage, sizes] of [
    ['full', [10, 10, 3]],
    ['short', [5, 10, 8]],
    ['empty', [0, 10, 10, 3]],
  ] as const) {
    it(`16: organizationAcls is paged by start and count; first page ${aclFirstPage}`, async () => {
      sandbox().set({ organizations: 23, aclFirstPage });
      const walked = await walk(aclsUrl('&state=APPROVED'));
      expect(walked.sizes).to.deep.equal(sizes);
      expect(walked.organizations).to.deep.equal(
        sandbox()
          .truth.acls()
          .map(({ organization }) => organization),
      );
    });
  }

  it('16: the next link repeats the parameters, and count is limited to 100', async () => {
    sandbox().set({ organizations: 250 });
    const { paging } = (await call(sandbox(), aclsUrl('&count=1000'))).json;
    expect(paging).to.deep.equal({
      start: 0,
      count: 100,
      links: [
        { rel: 'next', href: '/rest/organizationAcls?count=100&q=roleAssignee&start=100', type: 'application/json' },
      ],
    });
    expect((await walk(aclsUrl('&count=100'))).sizes).to.deep.equal([100, 100, 50]);
    const { elements } = (await call(sandbox(), aclsUrl('&start=5'))).json;
    expect(elements).to.deep.equal(sandbox().truth.acls().slice(5, 15));
    expect((await call(sandbox(), aclsUrl('&count=0'))).status).to.equal(400);
  });

  it('17: administrators get every field, others a 403 in the batch errors of a 200', async () => {
    const { status, json } = await call(sandbox(), `/rest/organizations?ids=List(${NORTHWIND},${ANALYSED},7)`);
    expect(status).to.equal(200);
    expect(json.results).to.deep.equal({ [NORTHWIND]: sandbox().truth.organization(NORTHWIND) });
    expect(json['statuses']).to.deep.equal({ [NORTHWIND]: 200, [ANALYSED]: 403, 7: 404 });
    expect(json['errors']).to.deep.include({
      [ANALYSED]: {
        status: 403,
        message: `Viewer don't have permission to the ADMIN_ONLY VisibilityReduction for urn:li:organization:${ANALYSED}`,
      },
    });
    expect((await call(sandbox(), `/rest/organizations/${LABS}`)).json).to.deep.equal(
      sandbox().truth.organization(LABS),
    );
    expect((await call(sandbox(), `/rest/organizations/${ANALYSED}`)).status).to.equal(403);
    expect((await call(sandbox(), '/rest/organizations/7')).status).to.equal(404);
    sandbox().set({ foreignOrganization: 'public' });
    expect((await call(sandbox(), `/rest/organizations/${ANALYSED}`)).json).not.to.have.property('versionTag');
  });

  it('17: organizationsLookup gives the public fields to anybody', async () => {
    const { json } = await call(sandbox(), `/rest/organizationsLookup?ids=List(${NORTHWIND},${ANALYSED})`);
    expect(json.results).to.have.all.keys(String(NORTHWIND), String(ANALYSED));
    expect(Object.keys(json.results[NORTHWIND] ?? {}).join(' ')).to.equal(
      'id name localizedName vanityName localizedWebsite logoV2 locations primaryOrganizationType',
    );
  });

  it('17: the three pages together have every field, a showcase page, and texts that are hard to handle', () => {
    const pages = sandbox().truth.organizations();
    expect(pages.map(({ id }) => id)).to.deep.equal([NORTHWIND, LABS, CLOSED_SCHOOL]);
    const shown = new Set(pages.flatMap((page) => Object.keys(page)));
    for (const field of FIELDS.split(' ')) expect(shown, field).to.include(field);
    expect(pages[1]).to.deep.include({ primaryOrganizationType: 'BRAND' });
    expect(pages[1]?.['parentRelationship']).to.include({ parent: `urn:li:organization:${NORTHWIND}` });
    expect(pages[1]?.['localizedDescription'])
      .to.match(/\n/)
      .and.match(/\p{Emoji_Presentation}/u);
  });

  it('19: parentOrganization lists the showcase pages of a page, with their total', async () => {
    const url = (id: number): string =>
      `/rest/organizations?q=parentOrganization&parent=urn%3Ali%3Aorganization%3A${id}`;
    const { json } = await call(sandbox(), url(NORTHWIND));
    expect(json.paging).to.deep.equal({ start: 0, count: 10, links: [], total: 1 });
    expect(json.elements).to.deep.equal([sandbox().truth.organization(LABS)]);
    expect((await call(sandbox(), url(LABS))).json.paging).to.include({ total: 0 });
    sandbox().set({ organizations: { 900001: { brand: NORTHWIND, role: null } } });
    const pages = (await call(sandbox(), `${url(NORTHWIND)}&start=1&count=1`)).json;
    expect(pages.paging).to.deep.equal({ start: 1, count: 1, links: [], total: 2 });
    expect(pages.elements[0])
      .to.include({ id: 900001, primaryOrganizationType: 'BRAND' })
      .and.not.have.key('industries');
    expect((await call(sandbox(), '/rest/organizations?q=parentOrganization')).status).to.equal(400);
  });

  it('20: networkSizes gives one number for any page, and accepts one spelling of the edge', async () => {
    const url = (id: number, edge: string): string =>
      `/rest/networkSizes/urn%3Ali%3Aorganization%3A${id}?edgeType=${edge}`;
    for (const id of [NORTHWIND, ANALYSED, 104729450]) {
      const { json } = await call(sandbox(), url(id, 'COMPANY_FOLLOWED_BY_MEMBER'));
      expect(json).to.deep.equal({ firstDegreeSize: sandbox().truth.totalFollowers(id) });
    }
    expect(sandbox().truth.totalFollowers(NORTHWIND)).to.equal(4812);
    expect((await call(sandbox(), url(NORTHWIND, 'CompanyFollowedByMember'))).status).to.equal(400);
    const raw = url(NORTHWIND, 'COMPANY_FOLLOWED_BY_MEMBER').replaceAll('%3A', ':');
    expect((await call(sandbox(), raw)).status).to.equal(200);
  });
});

/** Fields of an organization that administrators see. */
const FIELDS =
  'id $URN vanityName localizedName localizedDescription localizedWebsite name description website ' +
  'localizedSpecialties specialties alternativeNames groups industries foundedOn organizationType organizationStatus ' +
  'entityStatus staffCountRange primaryOrganizationType schoolAttributes parentRelationship defaultLocale locations ' +
  'logoV2 coverPhotoV2 overviewPhotoV2 versionTag autoCreated created lastModified deleted';
