import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { ConfigError } from '../../src/config/faults.js';
import { loadConfig } from '../../src/config/load.js';
import { readSnapshotHistory } from '../../src/config/snapshot-history.js';
import { faultsIn, load } from './support.js';

const token = { access_token: 'made-up-token' };

const environment = (variables: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(variables).map(([name, text]) => [`TAP_LINKEDIN_PAGES_${name}`, text]));

describe('configuration files', () => {
  it('are merged setting by setting, and the later one wins', async () => {
    const { config } = await load({
      files: { a: { ...token, max_tries: 2, max_calls: 10 }, b: { max_tries: 3 } },
    });
    expect(config).to.include({ maxTries: 3, maxCalls: 10 });
  });

  it('treat null as absent: it neither counts nor overrides', async () => {
    const { config } = await load({
      files: { a: { ...token, max_tries: 2 }, b: { max_tries: null, credentials: null } },
    });
    expect(config.maxTries).to.equal(2);
  });

  for (const [content, fault] of [
    ['[]', 'must hold one JSON object'],
    ['"text"', 'must hold one JSON object'],
    ['null', 'must hold one JSON object'],
    ['', 'must be a JSON file: it is not valid JSON at line 1, column 1'],
    ['{"access_token": "made-up-token"', 'must be a JSON file: it is not valid JSON at line 1, column 33'],
    [
      '{\n  "access_token": "made-up-token"\n  "max_tries": 2\n}',
      'must be a JSON file: it is not valid JSON at line 3, column 3',
    ],
    ['{\r\n  "access_token": made-up-token,\r\n}', 'must be a JSON file: it is not valid JSON at line 2, column 19'],
    ['{"access_token": "made-up-token",}', 'must be a JSON file: it is not valid JSON at line 1, column 34'],
    ['{"access_token": "made-up-token"} // mine', 'must be a JSON file: it is not valid JSON at line 1, column 35'],
  ] as const) {
    it(`that contain ${JSON.stringify(content)} are a single fault, without its consequences`, async () => {
      const { faults, message } = await faultsIn({ files: { 'settings.json': content } });
      expect(faults).to.deep.equal([{ path: 'settings.json', message: fault }]);
      expect(message).not.to.include('made-up-token');
    });
  }

  it('without an object under credentials are a fault', async () => {
    const { faults } = await faultsIn({ files: { a: { credentials: 'made-up-token' } } });
    expect(faults).to.deep.equal([{ path: 'credentials', message: 'must be an object' }]);
  });

  it('nested a hundred thousand levels deep are read or rejected, without a crash', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const { faults } = await faultsIn({ files: { a: `{"access_token":"made-up-token","max_tries":${deep}}` } });
    expect(faults).to.deep.equal([{ path: 'max_tries', message: 'must be an integer from 1 to 20, got a list' }]);
  });

  it('cannot reach a prototype', async () => {
    const text = '{"access_token":"made-up-token","__proto__":{"max_tries":1},"constructor":1,"toString":null}';
    const { config, warnings } = await load({ files: { a: text } });
    expect(config.maxTries).to.equal(5);
    expect(warnings.map((line) => line.split(' is ')[0])).to.deep.equal([
      'Unknown setting "__proto__"',
      'Unknown setting "constructor"',
      'Unknown setting "toString"',
    ]);
  });

  it('that cannot be read are faults, all named together', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tap-config-'));
    try {
      const paths = [join(folder, 'absent.json'), folder, 'nul\0.json'];
      const error = await loadConfig({ paths, env: {} }).catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(ConfigError);
      expect((error as ConfigError).faults).to.deep.equal([
        { path: paths[0], message: 'does not exist' },
        { path: folder, message: 'is a directory: it must be a file' },
        { path: 'nul\0.json', message: 'cannot be read (ERR_INVALID_ARG_VALUE)' },
      ]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('are read from the disk', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tap-config-'));
    try {
      const path = join(folder, 'settings.json');
      await writeFile(path, JSON.stringify({ ...token, user_agent: 'Contoso reports (data@contoso.example)' }));
      const { config } = await loadConfig({ paths: [path], env: {} });
      expect(config.userAgent).to.equal('Contoso reports (data@contoso.example)');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('that fail to be read for an unknown reason throw that error', async () => {
    const readFile = (): Promise<string> => Promise.reject(new RangeError('a bug'));
    const error = await loadConfig({ paths: ['a'], env: {}, readFile }).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(RangeError);
  });
});

describe('the environment', () => {
  it('is read in the order where the word ENV is, and not without it', async () => {
    const files = { a: { ...token, max_tries: 2 } };
    const env = environment({ MAX_TRIES: '3' });
    const triesOf = async (paths: string[]): Promise<number> => (await load({ files, paths, env })).config.maxTries;
    expect(await triesOf(['a'])).to.equal(2);
    expect(await triesOf(['a', 'ENV'])).to.equal(3);
    expect(await triesOf(['ENV', 'a'])).to.equal(2);
  });

  it('is parsed by the type of each setting', async () => {
    const env = environment({
      CLIENT_ID: '77',
      CLIENT_SECRET: '123456',
      REFRESH_TOKEN: 'true',
      ORGANIZATION_IDS: '5, urn:li:organization:7',
      LINKEDIN_VERSION: '202608',
      SNAPSHOT_HISTORY: 'True',
      MAX_CALLS: ' 12 ',
      RETRY_WAIT: '0.25',
    });
    const { config } = await load({ paths: ['ENV'], env });
    expect(config).to.deep.include({
      credentials: { kind: 'oauth', clientId: '77', clientSecret: '123456', refreshToken: 'true' },
      organizations: ['urn:li:organization:5', 'urn:li:organization:7'],
      linkedinVersion: '202608',
      snapshotHistory: true,
      maxCalls: 12,
      retryWaitMs: 250,
    });
  });

  it('treats a blank variable as absent', async () => {
    const env = environment({ ACCESS_TOKEN: 'made-up-token', MAX_TRIES: '', START_DATE: '  ' });
    expect((await load({ paths: ['ENV'], env })).config).to.include({ maxTries: 5, startDate: null });
  });

  for (const text of ['yes', '5.5', '0x5', '[5]', 'null', '9'.repeat(400), '1e999']) {
    it(`is a fault if a number is ${text.slice(0, 9)}`, async () => {
      const { faults } = await faultsIn({
        paths: ['ENV'],
        env: environment({ ACCESS_TOKEN: 'abcd', MAX_TRIES: text }),
      });
      expect(faults.map(({ path }) => path)).to.deep.equal(['max_tries']);
    });
  }

  it('accepts aliases', async () => {
    const env = environment({ CREDENTIALS_ACCESS_TOKEN: 'made-up-token', ORG_ID: '5' });
    const { config } = await load({ paths: ['ENV'], env });
    expect(config.organizations).to.deep.equal(['urn:li:organization:5']);
  });

  it("warns of an unknown variable with the tap's prefix, but not of Meltano's own", async () => {
    const env = environment({ ACCESS_TOKEN: 'made-up-token', MAX_TRYS: '3', _SELECT: '["*.*"]' });
    const { warnings } = await load({ paths: ['ENV'], env });
    expect(warnings).to.deep.equal([
      'Unknown setting "TAP_LINKEDIN_PAGES_MAX_TRYS" is ignored; the nearest known one is "TAP_LINKEDIN_PAGES_MAX_TRIES".',
    ]);
  });
});

describe('several sources', () => {
  it('name the place of a fault', async () => {
    const env = environment({ MAX_TRIES: 'many' });
    const { faults } = await faultsIn({
      files: { 'a.json': { ...token, max_calls: 'x' } },
      paths: ['a.json', 'ENV'],
      env,
    });
    expect(faults).to.deep.equal([
      { path: 'max_tries', message: 'must be an integer from 1 to 20, got "many" (in TAP_LINKEDIN_PAGES_MAX_TRIES)' },
      {
        path: 'max_calls',
        message:
          'must be an integer from 0, or a map of such integers by resource, with * for each other one and total for the run, got "x" (in a.json)',
      },
    ]);
  });

  it('conceal every secret, even overridden and unused ones', async () => {
    const { secrets } = await load({
      files: {
        a: { access_token: 'first', client_id: 'id', client_secret: 'hidden' },
        b: { credentials: { access_token: 'second' } },
      },
    });
    expect(secrets).to.have.members(['first', 'hidden', 'second']);
  });
});

describe('unknown settings', () => {
  it('cause a warning that names the nearest known one, even if there is a fault', async () => {
    const { warnings } = await faultsIn({
      files: { a: { acces_token: 'made-up-token', credentials: { clientid: 1 } } },
    });
    expect(warnings).to.deep.equal([
      'Unknown setting "acces_token" is ignored; the nearest known one is "access_token".',
      'Unknown setting "credentials.clientid" is ignored; the nearest known one is "credentials.client_id".',
    ]);
  });

  it('are cut short and escaped in the warning', async () => {
    const { warnings } = await load({ files: { a: { ...token, [`a\n${'b'.repeat(100_000)}`]: 1 } } });
    expect(warnings[0])
      .to.match(/^Unknown setting "a\\nb+…" is ignored/)
      .and.have.length.below(150);
  });
});

describe('discovery', () => {
  const snapshotHistory = (text: string): Promise<boolean> =>
    readSnapshotHistory({ paths: ['a'], env: {}, readFile: () => Promise.resolve(text) });

  it('reads snapshot_history, whatever else is missing or invalid', async () => {
    expect(await snapshotHistory('{"snapshot_history": true, "max_tries": "x"}')).to.be.true;
    expect(await snapshotHistory('{}')).to.be.false;
    expect(await snapshotHistory('no JSON')).to.be.false;
  });
});
