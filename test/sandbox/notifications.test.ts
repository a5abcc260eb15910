import { expect } from 'chai';
import { call, NORTHWIND, useSandbox, type Body } from './client.js';

const ENTITY = `urn%3Ali%3Aorganization%3A${NORTHWIND}`;
const ALL = 'LIKE,COMMENT,SHARE,SHARE_MENTION,COMMENT_MENTION,ADMIN_COMMENT,COMMENT_EDIT,COMMENT_DELETE';
const DAY = 86_400_000;

const url = ({ actions = ALL, rest = '', entity = ENTITY } = {}): string =>
  `/rest/organizationalEntityNotifications?q=criteria&actions=List(${actions})&organizationalEntity=${entity}${rest}`;

describe('sandbox: notifications', () => {
  const sandbox = useSandbox();
  const now = (): number => Date.parse(sandbox().config.now!);
  const read = async (options: Parameters<typeof url>[0] = {}): Promise<Body['elements']> =>
    (await call(sandbox(), url({ rest: '&start=0&count=100', ...options }))).json.elements;

  it('are those of the last sixty days, newest first, each with its own id', async () => {
    const elements = await read();
    expect(elements).to.deep.equal(sandbox().truth.notifications(NORTHWIND).slice(0, 100)).and.not.be.empty;
    const times = elements.map(({ lastModifiedAt }) => Number(lastModifiedAt));
    expect(times).to.deep.equal(times.toSorted((one, other) => other - one));
    expect(Math.min(...times)).to.be.at.least(now() - 60 * DAY);
    const ids = sandbox()
      .truth.notifications(NORTHWIND)
      .map(({ notificationId }) => notificationId);
    expect(new Set(ids).size).to.equal(ids.length);
    for (const id of ids) expect(Number.isSafeInteger(id)).to.be.true;
  });

  it('are filtered by action and time', async () => {
    expect(new Set((await read({ actions: 'LIKE' })).map(({ action }) => action))).to.deep.equal(new Set(['LIKE']));
    const [start, end] = [now() - 20 * DAY, now() - 10 * DAY];
    const within = await read({ rest: `&timeRange=(start:${start},end:${end})&count=100` });
    const all = sandbox().truth.notifications(NORTHWIND) as readonly { lastModifiedAt: number }[];
    expect(within).to.deep.equal(all.filter(({ lastModifiedAt: at }) => at >= start && at <= end)).and.not.be.empty;
    expect((await call(sandbox(), url({ actions: 'SNEEZE' }))).status).to.equal(400);
    expect((await call(sandbox(), url({ rest: '&timeRange=(start:2,end:1)' }))).status).to.equal(400);
  });

  it('are paged by start and count with a next link', async () => {
    const first = (await call(sandbox(), url({ rest: '&count=5' }))).json;
    expect(first.elements).to.have.length(5);
    const next = (await call(sandbox(), first.paging.links[0]!.href)).json;
    expect([...first.elements, ...next.elements]).to.deep.equal(sandbox().truth.notifications(NORTHWIND).slice(0, 10));
  });

  it('need the role of an administrator, and the scope', async () => {
    const foreign = url({ entity: 'urn%3Ali%3Aorganization%3A104729417' });
    expect((await call(sandbox(), foreign)).status).to.equal(403);
    sandbox().set({ scopes: ['r_organization_social'] });
    expect((await call(sandbox(), url())).status).to.equal(403);
  });

  it('report what members do, once each, and of a deletion only that', async () => {
    const [post] = sandbox().truth.posts(NORTHWIND);
    const before = new Set((await read()).map(({ notificationId }) => notificationId));
    const comment = sandbox().act({ do: 'comment', on: post!.id, text: 'Made up' });
    sandbox().act({ do: 'edit comment', urn: comment, text: 'Made up anew' });
    sandbox().act({ do: 'react', on: post!.id });
    sandbox().act({ do: 'share', post: post!.id, text: 'Look' });
    sandbox().act({ do: 'mention', organization: NORTHWIND, text: 'Hail' });
    const fresh = async (): Promise<Body['elements']> =>
      (await read()).filter(({ notificationId }) => !before.has(notificationId));
    const told = async (action: string): Promise<Record<string, unknown>> =>
      (await fresh()).find((one) => one['action'] === action)!;
    expect((await fresh()).map(({ action }) => action)).to.have.members([
      'COMMENT',
      'COMMENT_EDIT',
      'LIKE',
      'SHARE',
      'SHARE_MENTION',
    ]);
    expect(await told('COMMENT')).to.deep.nested.include({
      generatedActivity: comment,
      'decoratedSourcePost.entity': post!.id,
      'decoratedGeneratedActivity.comment.text': 'Made up',
    });
    expect(await told('COMMENT_EDIT')).to.deep.nested.include({
      'decoratedGeneratedActivity.comment.text': 'Made up anew',
    });
    sandbox().act({ do: 'remove', urn: comment });
    expect(await told('COMMENT_DELETE')).to.include({ generatedActivity: comment });
    for (const action of ['COMMENT', 'COMMENT_EDIT', 'COMMENT_DELETE']) {
      expect(await told(action)).not.to.have.property('decoratedGeneratedActivity');
    }
  });

  it('of an edited comment have its new words, and when it was edited', async () => {
    const [post] = sandbox().truth.posts(NORTHWIND);
    const comment = sandbox().act({ do: 'comment', on: post!.id, text: 'Made up' });
    sandbox().act({ do: 'edit comment', urn: comment, text: 'Anew' });
    const body = sandbox()
      .truth.comments(post!.id)
      .find(({ commentUrn }) => commentUrn === comment)!;
    expect(body).to.deep.nested.include({ 'message.text': 'Anew', 'lastModified.time': now() });
    expect(() => sandbox().act({ do: 'edit comment', urn: post!.id })).to.throw(TypeError, 'is not a comment');
  });
});
