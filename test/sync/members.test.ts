import { expect } from 'chai';
import type { Sandbox } from '../../src/sandbox/index.js';
import { ALL_STREAMS, select } from '../support/catalogs.js';
import { lintStream } from '../support/lint/stream.js';
import { upsert, type TapRun } from '../support/output.js';
import { settingsOf, TURBINES, useSandbox } from '../support/sandboxes.js';
import { runTap } from '../support/tap.js';

const PERSON = /urn(?::|%3A)li(?::|%3A)(?:person|member)(?::|%3A)([\w-]+)/gi;

describe('member_data', () => {
  const start = useSandbox();
  const startPage = (): Promise<Sandbox> => start({ oldGeography: true, commentsPerPost: 6, reactionsPerPost: 6 });
  const run = (sandbox: Sandbox, settings: object = {}): Promise<TapRun> =>
    runTap({
      config: settingsOf(sandbox, { organization_ids: [TURBINES], start_date: '2026-11-15', ...settings }),
      catalog: select(...ALL_STREAMS),
      args: ['--log-level', 'debug'],
    });
  const personsIn = (text: string): Set<string> => new Set([...text.matchAll(PERSON)].map(([, id]) => id!));
  const wordsOf = (sandbox: Sandbox): string[] => [
    ...new Set(sandbox.truth.posts(TURBINES).flatMap(({ id }) => sandbox.truth.comments(id).map(textOf))),
  ];

  for (const settings of [
    { member_data: 'hash', member_data_key: 'made-up-member-key' },
    { member_data: 'drop', member_data_key: 'made-up-member-key' },
    { member_data: 'drop' },
  ]) {
    it(`${JSON.stringify(settings)} leaves no member and no word of a comment in records or log`, async () => {
      const sandbox = await startPage();
      const kept = await run(sandbox);
      const persons = personsIn(kept.stdout);
      const words = wordsOf(sandbox).filter((word) => kept.stdout.includes(JSON.stringify(word)));
      expect(persons.size).to.be.above(20);
      expect(words).not.to.be.empty;
      const pseudonymized = await run(sandbox, settings);
      expect(pseudonymized.exitCode).to.equal(0);
      for (const person of persons) expect(pseudonymized.stdout + pseudonymized.stderr).not.to.include(person);
      for (const word of words)
        expect(pseudonymized.stdout + pseudonymized.stderr).not.to.include(JSON.stringify(word));
      expect(lintStream(pseudonymized.stdout)).to.deep.equal([]);
      expect(upsert(pseudonymized).size, 'keys stay apart').to.equal(upsert(kept).size);
      expect(pseudonymized.state).to.deep.equal(kept.state);
    });
  }

  it('hash is the same in each stream and run, so that rows can be joined', async () => {
    const sandbox = await startPage();
    const settings = { member_data: 'hash', member_data_key: 'made-up-member-key' };
    const [one, other] = [await run(sandbox, settings), await run(sandbox, settings)];
    expect([...upsert(one).keys()]).to.have.members([...upsert(other).keys()]);
    const kept = await run(sandbox);
    const actorsOf = (from: TapRun, stream: string): number =>
      new Set(from.records(stream).map(({ actor }) => actor)).size;
    for (const stream of ['comments', 'likes']) expect(actorsOf(one, stream)).to.equal(actorsOf(kept, stream));
  });

  it('drop leaves null unless a key needs the member', async () => {
    const sandbox = await startPage();
    const dropped = await run(sandbox, { member_data: 'drop' });
    for (const row of [...dropped.records('comments'), ...dropped.records('likes')]) {
      expect(String(row['actor'])).not.to.include('urn:li:person');
      expect(JSON.stringify(row['created'])).not.to.include('urn:li:person');
    }
    expect(dropped.records('comments').every(({ message }) => (message as { text: unknown }).text === null)).to.be.true;
  });

  it('hash without its key is rejected before any call', async () => {
    const sandbox = await startPage();
    const refused = await run(sandbox, { member_data: 'hash' });
    expect(refused.exitCode).to.equal(1);
    expect(refused.logged('CRITICAL').join()).to.include('member_data_key');
    expect(sandbox.requests()).to.be.empty;
  });
});

function textOf(comment: unknown): string {
  return (comment as { message: { text: string } }).message.text;
}
