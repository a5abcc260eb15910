import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Sandbox } from '../../src/sandbox/index.js';
import { startReplay } from '../../src/sandbox/replay/replay.js';
import { makeFolder } from '../support/folders.js';
import type { Json, TapRun } from '../support/output.js';
import { daysLater, LABS, oauthSettingsOf, settingsOf, TURBINES, urn, useSandbox } from '../support/sandboxes.js';
import { ALL_STREAMS, select } from '../support/catalogs.js';
import { argumentsOf, runCommand, runTap } from '../support/tap.js';
import { edit, readCalls, readWhole } from './folder.js';

const ORDERED = { max_concurrency: 1 };
const STANDARDIZED = ['functions', 'industries', 'seniorities', 'countries', 'regions', 'geos'];
const EVERYTHING = select(...ALL_STREAMS);

describe('a recording', () => {
  const start = useSandbox();

  const record = async (
    config: object,
    { catalog = EVERYTHING, state }: { catalog?: object; state?: unknown } = {},
  ): Promise<{ folder: string; run: TapRun }> => {
    const folder = makeFolder();
    const inputs = { config: { ...config, ...ORDERED }, catalog, args: ['--record', folder] };
    const run = await runTap({ ...inputs, ...(state !== undefined && { state }) });
    expect(run.exitCode, run.stderr).to.equal(0);
    return { folder, run };
  };

  const replay = async (folder: string, settings: object = {}, inputs: object = {}): Promise<TapRun> => {
    const server = await startReplay({ folder });
    try {
      const config = { ...server.config, retry_wait: 0, ...ORDERED, ...settings };
      return await runTap({ config, catalog: EVERYTHING, ...inputs });
    } finally {
      await server.close();
    }
  };

  it('keeps status, fields, types and order of every answer, but no personal value', async () => {
    const sandbox = await start({ seed: 7, organizations: {}, postsPerOrganization: 10 });
    const catalog = select(...ALL_STREAMS.filter((name) => !STANDARDIZED.includes(name)), 'geos');
    const { folder } = await record(settingsOf(sandbox, { start_date: '5 days ago' }), { catalog });
    const sent = sandbox.requests();
    const calls = readCalls(folder);
    expect(calls).to.have.length(sent.length).above(50);
    for (const [place, { call }] of calls.entries()) {
      const { status, url } = sent[place]!;
      expect(call.answer!.status).to.equal(status);
      const where = { path: url.split('?')[0]!, key: '', kept: isStandard(url) };
      compare(await readAgain(sandbox, url), call.answer!.body, where);
    }
  });

  it('contains no planted secret, name, text, id or count', async () => {
    const sandbox = await start({
      organizations: [
        { id: 987_654_321, name: 'Zanzibar Plantings', followers: 7_654_321 },
        { id: 2_147_031_337, name: 'IBM' },
      ],
    });
    const [post] = (await runTap({ config: settingsOf(sandbox), catalog: select('posts') })).records('posts');
    const on = post!['id'] as string;
    sandbox.act({
      do: 'edit',
      post: on,
      commentary: 'Quicksilver @[Zoë Plant](urn:li:person:pLant\\_Ed9) {hashtag|\\#|plantedtag} 🇳🇴 植',
    });
    sandbox.act({ do: 'comment', on, text: 'Overheard by planted ears', actor: 'urn:li:person:pLant_Ed9' });
    sandbox.clearRequests();
    const secrets = {
      client_secret: sandbox.oauthConfig.client_secret,
      refresh_token: sandbox.oauthConfig.refresh_token,
    };
    const { folder } = await record({
      ...oauthSettingsOf(sandbox),
      member_data: 'hash',
      member_data_key: 'planted-member-key',
    });
    const whole = readWhole(folder);
    const planted = [
      '987654321',
      '2147031337',
      'Zanzibar',
      'Plantings',
      '"IBM"',
      '7654321',
      'Quicksilver',
      'Zoë',
      'pLant',
      'plantedtag',
      '🇳🇴',
      '植',
      'Overheard',
      'planted',
      on.split(':').at(-1)!,
    ];
    for (const value of [...planted, ...Object.values(secrets), sandbox.config.access_token]) {
      expect(whole.includes(value), value).to.equal(false);
      expect(whole.includes(encodeURIComponent(value)), value).to.equal(false);
    }
    expect(whole).to.include('{hashtag|').and.include('"grant_type=refresh_token');
  });

  it('when replayed gives the same records with fictitious values, the same one wherever it occurs', async () => {
    const sandbox = await start({ organizations: {}, oldGeography: true });
    const { folder, run } = await record(settingsOf(sandbox, { start_date: '30 days ago' }));
    const again = await replay(folder);
    expect(again.exitCode, again.stderr).to.equal(0);
    expect(again.logged('WARNING')).to.deep.equal(run.logged('WARNING'));
    expectAlike(again, run);
  });

  it('of a run that continued from a state is replayed from the state in it', async () => {
    const sandbox = await start({ organizations: {} });
    const catalog = select(...ALL_STREAMS.filter((name) => name.endsWith('time_bound') || name.startsWith('post')));
    const first = await runTap({ config: settingsOf(sandbox), catalog });
    sandbox.set({ now: daysLater(2) });
    const { folder, run } = await record(settingsOf(sandbox), { catalog, state: first.state });
    const state: unknown = JSON.parse(readFileSync(join(folder, 'state.json'), 'utf8'));
    const again = await replay(folder, {}, { catalog, state });
    expect(again.exitCode, again.stderr).to.equal(0);
    expectAlike(again, run);
  });

  it('shows how the tap handles answers edited by a user: another field, another status, no answer', async () => {
    const sandbox = await start();
    const catalog = select('share_statistics', 'total_follower_count', 'follower_statistics');
    const config = settingsOf(sandbox, { organization_ids: [TURBINES, LABS] });
    const { folder } = await record(config, { catalog });
    edit(folder, 'organizationalEntityShareStatistics', (answer) => {
      const { elements } = answer.body as { elements: Json[] };
      return { answer: { ...answer, body: { elements: [{ ...elements[0], brandNew: 'field' }] } } };
    });
    edit(folder, 'networkSizes', () => ({
      answer: { status: 403, headers: {}, body: { status: 403, message: 'No' } },
    }));
    edit(folder, 'organizationalEntityFollowerStatistics', () => ({
      answer: undefined as never,
      broken: 'connection',
    }));
    const run = await replay(folder, { max_tries: 2 }, { catalog });
    expect(run.exitCode).to.equal(1);
    expect(run.records('share_statistics')[0]!['additional_fields']).to.deep.equal({ brandNew: 'field' });
    expect(run.records('total_follower_count')).to.have.length(1);
    expect(run.records('follower_statistics')).to.have.length(1);
    expect(run.stderr)
      .to.match(/brandNew/)
      .and.match(/HTTP 403/)
      .and.match(/was not answered in 2 tries/);
  });

  it('that lacks a call says so in its answer', async () => {
    const sandbox = await start();
    const { folder } = await record(settingsOf(sandbox), { catalog: select('share_statistics') });
    const run = await replay(folder, {}, { catalog: select('follower_statistics') });
    expect(run.exitCode).to.equal(1);
    expect(run.stderr).to.match(
      /This call is not in the recording: GET \/rest\/organizationalEntityFollowerStatistics/,
    );
  });

  it('can be of a probe, which finds the same when replayed', async () => {
    const sandbox = await start({ organizations: {} });
    const folder = makeFolder();
    const args = ['--format', 'json'];
    const probe = async (config: object, more: readonly string[] = []): Promise<string> => {
      const { exitCode, stdout, stderr } = await runCommand([
        'probe',
        ...argumentsOf({ config, args: [...args, ...more] }),
      ]);
      expect(exitCode, stderr).to.equal(0);
      return stdout;
    };
    const found = await probe(settingsOf(sandbox), ['--record', folder]);
    const server = await startReplay({ folder });
    try {
      expect(await probe({ ...server.config, retry_wait: 0 })).to.equal(found);
    } finally {
      await server.close();
    }
  });

  it('is wrong usage in a folder that is not empty, and without calls to record', async () => {
    const sandbox = await start();
    const config = settingsOf(sandbox);
    const { folder } = await record(config, { catalog: select('share_statistics') });
    const again = await runTap({ config, args: ['--record', folder] });
    expect([again.exitCode, again.stdout]).to.deep.equal([2, '']);
    expect(again.stderr).to.include('is not empty');
    for (const what of ['--discover', '--test', '--estimate', '--about']) {
      expect((await runTap({ config, args: [what, '--record', join(makeFolder(), 'new')] })).exitCode).to.equal(2);
    }
  });

  it('that cannot be served is reported with the file', async () => {
    const { exitCode, stderr } = await runCommand(['sandbox', '--replay', makeFolder()]);
    expect(exitCode).to.equal(1);
    expect(stderr).to.match(/^CRITICAL The sandbox did not start: .* has no recorded calls\./);
  });
});

async function readAgain(sandbox: Sandbox, url: string): Promise<unknown> {
  const headers = {
    authorization: `Bearer ${sandbox.config.access_token}`,
    'linkedin-version': '202609',
    'x-restli-protocol-version': '2.0.0',
  };
  return await (await fetch(sandbox.url + url, { headers })).json();
}

const isStandard = (url: string): boolean => url.startsWith('/v2/') || url.startsWith('/rest/industryTaxonomy');

interface Where {
  readonly path: string;
  readonly key: string;
  /** Whether its ids are the same for everybody, and so are kept. */
  readonly kept: boolean;
}

const OF_CALLS = ['start', 'count', 'status', 'serviceErrorCode', 'total'];
const ID_KEY = /^(?:\d+|urn(?::|%3A).*)$/;

/** Expects the same shape, and a different value wherever it could be personal. */
function compare(raw: unknown, made: unknown, where: Where): void {
  const at = `${where.path} ${where.key}`;
  if (Array.isArray(raw)) {
    expect(made, at).to.be.an('array').with.length(raw.length);
    for (const [place, item] of raw.entries()) compare(item, (made as unknown[])[place], where);
  } else if (typeof raw === 'object' && raw !== null) {
    const [before, after] = [Object.entries(raw), Object.entries(made as object)];
    expect(after, at).to.have.length(before.length);
    const isById = before.some(([key]) => ID_KEY.test(key)) && !where.kept;
    for (const [place, [key, value]] of before.entries()) {
      const inside = { ...where, key };
      // Numeric keys of objects are ordered by number.
      if (isById)
        expect(
          after.some(([name, other]) => name !== key && isLike(value, other, inside)),
          at,
        ).to.equal(true);
      else {
        expect(after[place]![0], at).to.equal(key);
        compare(value, after[place]![1], inside);
      }
    }
  } else if (typeof raw === 'string') {
    expect(made, at).to.be.a('string');
    const isListed = /^[A-Z][A-Z0-9_]*$/.test(raw) || /^[A-Za-z]{2}$/.test(raw) || raw === '';
    const isStandardUrn = /^urn:li:(?:function|industry|seniority|geo|country|region):/.test(raw);
    const isOfLinks = ['next', 'application/json'].includes(raw) || where.key === 'href' || where.key === 'message';
    if (!isListed && !isStandardUrn && !isOfLinks && !where.kept && /[\p{L}\d]/u.test(raw))
      expect(made, at).not.to.equal(raw);
  } else if (typeof raw === 'number') {
    expect(made, at).to.be.a('number');
    expect(Number.isInteger(made), at).to.equal(Number.isInteger(raw));
    const isMidnight = raw >= 1e12 && raw % 86_400_000 === 0;
    const isKept = raw === 0 || isMidnight || OF_CALLS.includes(where.key) || where.kept || ID_KEY.test(where.key);
    if (!isKept) expect(made, at).not.to.equal(raw);
  } else expect(made, at).to.equal(raw);
}

function isLike(raw: unknown, made: unknown, where: Where): boolean {
  try {
    compare(raw, made, where);
    return true;
  } catch {
    return false;
  }
}

/** Expects the same streams, rows, columns, nulls, days and enum values, and the same fiction for the same value. */
function expectAlike(again: TapRun, run: TapRun): void {
  const fictions = new Map<string, unknown>();
  // Rows that wait for names come later, so order is only compared within each stream.
  const namesOf = ({ messages }: TapRun): Set<string> =>
    new Set(messages.filter((message) => message.type === 'RECORD').map(({ stream }) => stream));
  expect([...namesOf(again)].sort()).to.deep.equal([...namesOf(run)].sort());
  expect(again.schemas).to.deep.equal(run.schemas);
  const visit = (raw: unknown, made: unknown, at: string): void => {
    if (typeof raw === 'object' && raw !== null) {
      const keys = Object.keys(raw).filter((key) => !ID_KEY.test(key));
      expect(Object.keys(made as object), at).to.include.members(keys);
      for (const key of keys) visit((raw as Json)[key], (made as Json)[key], `${at}.${key}`);
      return;
    }
    expect(typeof made, at).to.equal(typeof raw);
    if (typeof raw === 'string' && /^urn:li:(?:organization|person|share|ugcPost):/.test(raw)) {
      const known = fictions.get(raw) ?? made;
      expect(made, at).to.equal(known);
      fictions.set(raw, made);
    }
    const isDay = typeof raw === 'string' && /^\d{4}-\d\d-\d\dT00:00:00/.test(raw);
    if (raw === null || typeof raw === 'boolean' || isDay) expect(made, at).to.equal(raw);
  };
  for (const stream of namesOf(run)) {
    const made = again.records(stream);
    expect(made, stream).to.have.length(run.records(stream).length);
    for (const [place, record] of run.records(stream).entries()) visit(record, made[place], stream);
  }
  expect(fictions.get(urn(TURBINES)) ?? 'none').not.to.equal(urn(TURBINES));
}
