import { Roles, ROLES_TAG } from '../access/roles.js';
import type { Config } from '../config/config.js';
import type { LinkedInClient } from '../linkedin/client.js';
import { CheckRun } from './run.js';
import { tryEndpoints } from './endpoints.js';
import { listNeeds, needOfRoles, type CheckedStream } from './needs.js';
import { describePages } from './pages.js';
import { createProbes } from './probes.js';
import type { CheckRow } from './row.js';
import { describeScopes } from './scopes.js';
import { describeAccess } from './token.js';

export interface CheckOptions {
  readonly config: Config;
  readonly streams: readonly CheckedStream[];
  readonly client: LinkedInClient;
  /** Epoch milliseconds. */
  readonly now: number;
  /** `one`: each endpoint is tried on one organization; `all`: on each of them. */
  readonly extent: 'one' | 'all';
}

/**
 * Checks everything that a sync of these streams depends on, in as few calls as possible. Each thing gets a row, and
 * every call is counted in one of the rows.
 */
export async function check({ config, streams, client, now, extent }: CheckOptions): Promise<CheckRow[]> {
  const roles = new Roles(client);
  const run = new CheckRun({ client, roles });
  const ofRoles = needOfRoles(streams, { discovers: config.organizations.length === 0 });
  const needs = listNeeds(streams, config).filter(({ endpoint }) => endpoint !== ofRoles.endpoint);

  await run.authorize();
  const walk = async (): Promise<string> => {
    await roles.walk();
    return `roles on ${roles.organizations().length} organizations`;
  };
  const walked = await run.attempt({ ...ofRoles, organization: null, tag: ROLES_TAG }, walk);
  const areKnown = walked.result === 'ok';
  const pages = describePages({ named: config.organizations, roles, areKnown, streams });
  const probe = createProbes({ client, locale: config.locale, now });
  const endpoints = await tryEndpoints(needs, { pages, benchmarks: config.benchmarkOrganizations, extent, run, probe });
  return [
    ...describeAccess({
      config,
      token: client.token,
      run,
      tokenCalls: client.calls.forTokens,
      apiCalls: client.calls.total,
      now,
    }),
    ...describeScopes([ofRoles, ...needs], { run, granted: client.token.scopes }),
    {
      kind: 'access',
      subject: ofRoles.endpoint.resource,
      calls: run.callsOf(ROLES_TAG),
      streams: namesOf(ofRoles),
      ...walked,
    },
    ...pages.rows,
    ...endpoints,
  ];
}

const namesOf = ({ streams }: { streams: readonly CheckedStream[] }): string[] => streams.map(({ name }) => name);
