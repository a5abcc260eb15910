import { expect } from 'chai';
import type { Config } from '../../../src/config/config.js';
import { loadConfig } from '../../../src/config/load.js';
import { urn } from '../../support/sandboxes.js';
import { needTools } from '../support/needs.js';
import { makeProject, type MeltanoProject } from './project.js';

const LOADERS = ['meltanolabs-postgres', 'meltanolabs-csv', 'jsonl'] as const;
const TOKEN = 'AQX-made-up-token';
const NOW = '2026-11-22T10:30:00Z';
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);

describe('settings passed by Meltano', () => {
  needTools('meltano', ...LOADERS);

  /** What the tap makes of the configuration that Meltano passes to it. */
  async function configOf(project: MeltanoProject, env: Record<string, string> = {}): Promise<Config> {
    const args = ['--log-level=error', 'invoke', '--dump=config', 'tap-linkedin-pages'];
    const { exitCode, stdout, stderr } = await project.run(args, env);
    expect(exitCode, stderr.slice(-2000)).to.equal(0);
    const { config, warnings } = await loadConfig({
      paths: ['dump'],
      env: {},
      readFile: () => Promise.resolve(stdout),
    });
    expect(warnings).to.deep.equal([]);
    return config;
  }

  const inEnvironment: readonly (readonly [Record<string, string>, Partial<Config>])[] = [
    [
      {
        ORGANIZATION_IDS: '5,urn:li:organization:7',
        START_DATE: 'yesterday',
        TIME_GRANULARITY: 'MONTH',
        LOOKBACK_DAYS: '3',
        SNAPSHOT_HISTORY: 'true',
        REQUEST_TIMEOUT: '1.5',
        RETRY_WAIT: '0',
        LINKEDIN_VERSION: '202608',
      },
      {
        organizations: [urn(5), urn(7)],
        startDate: day('2026-11-21'),
        timeGranularity: 'MONTH',
        lookbackDays: 3,
        snapshotHistory: true,
        requestTimeoutMs: 1500,
        retryWaitMs: 0,
        linkedinVersion: '202608',
      },
    ],
    [
      {
        ORGANIZATION_IDS: '["5", 7]',
        START_DATE: '3 days ago',
        SNAPSHOT_HISTORY: 'false',
        END_DATE: '2026-11-20T05:00:00',
      },
      {
        organizations: [urn(5), urn(7)],
        startDate: day('2026-11-19'),
        endDate: day('2026-11-20'),
        snapshotHistory: false,
      },
    ],
    [
      { ORGANIZATION_IDS: '5', START_DATE: 'last run', MAX_CALLS: '0' },
      { organizations: [urn(5)], startDate: null, maxCalls: 0 },
    ],
    [
      { ORG_ID: '5', TIME_GRANULARITY_TYPE: 'MONTH' },
      { organizations: [urn(5)], timeGranularity: 'MONTH' },
    ],
    [
      { ORGANIZATION_IDS: '', SNAPSHOT_HISTORY: '' },
      { organizations: [], snapshotHistory: false },
    ],
    [
      { CLIENT_ID: '123', CLIENT_SECRET: '456', REFRESH_TOKEN: '789' },
      { credentials: { kind: 'oauth', clientId: '123', clientSecret: '456', refreshToken: '789' } },
    ],
  ];
  for (const [variables, expected] of inEnvironment) {
    it(`arrive from the environment: ${JSON.stringify(variables)}`, async () => {
      const project = makeProject({ settings: { access_token: TOKEN, now: NOW, ...lowerCase(variables) } });
      expect(await configOf(project)).to.deep.include(expected);
    });
  }

  for (const [yaml, expected] of [
    [
      [
        'organization_ids: [5, "urn:li:organization:7"]',
        'start_date: 2026-11-01',
        'request_timeout: 1.5',
        'max_calls: 9',
      ],
      { organizations: [urn(5), urn(7)], startDate: day('2026-11-01'), requestTimeoutMs: 1500, maxCalls: 9 },
    ],
    // YAML turns these into dates, and Meltano back into text, without the Z.
    [
      ['organization_ids: 5', 'start_date: 2026-11-01T23:00:00Z', "end_date: '2026-11-20'", 'resolve_names: true'],
      { organizations: [urn(5)], startDate: day('2026-11-01'), endDate: day('2026-11-20'), resolveNames: true },
    ],
    [
      ["organization_ids: '5, 7'", "start_date: '2 weeks ago'", "linkedin_version: '202608'"],
      { organizations: [urn(5), urn(7)], startDate: day('2026-11-08'), linkedinVersion: '202608' },
    ],
  ] as const) {
    it(`arrive from meltano.yml: ${yaml.join('; ')}`, async () => {
      const project = makeProject({ settings: { access_token: TOKEN, now: NOW } });
      const config = ['      config:', ...yaml.map((line) => `        ${line}`)].join('\n');
      project.edit((text) => text.replace(/^ {6}capabilities:/m, `${config}\n      capabilities:`));
      expect(await configOf(project)).to.deep.include(expected);
    });
  }

  it('arrive from `meltano config set`, sensitive ones through .env', async () => {
    const project = makeProject({ settings: { now: NOW } });
    for (const [name, value] of [
      ['access_token', TOKEN],
      ['client_id', '123'],
      ['linkedin_version', '202608'],
      ['organization_ids', '5,7'],
    ] as const) {
      await project.run(['config', 'set', 'tap-linkedin-pages', name, value]);
    }
    let text = '';
    project.edit((yaml) => (text = yaml));
    expect(text).not.to.include(TOKEN);
    expect(await configOf(project)).to.deep.include({
      linkedinVersion: '202608',
      organizations: [urn(5), urn(7)],
      credentials: { kind: 'access_token', accessToken: TOKEN, clientId: '123' },
    });
  });
});

function lowerCase(variables: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name.toLowerCase(), value]));
}
