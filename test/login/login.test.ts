import { readFileSync, statSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { useSandbox } from '../sandbox/client.js';
import { writeTemporary } from '../support/files.js';
import { select } from '../support/catalogs.js';
import { startLogin, waitForPage, type Ended } from '../support/login.js';
import { spawnTap, until } from '../support/process.js';

describe('login', () => {
  const sandbox = useSandbox();

  const settings = (): Record<string, unknown> => {
    const { client_id, client_secret, oauth_url } = sandbox().oauthConfig;
    return { client_id, client_secret, oauth_url, retry_wait: 0.01 };
  };
  const environment = (): Record<string, string> =>
    Object.fromEntries(
      Object.entries(settings()).map(([name, value]) => [`TAP_LINKEDIN_PAGES_${name.toUpperCase()}`, String(value)]),
    );
  const useFile = (more: object = {}): string => writeTemporary({ ...settings(), ...more });

  /** Submits the member's decision, and returns where the consent page sends the browser. */
  const decide = async (page: string, decision: 'allow' | 'deny' | 'leave' = 'allow'): Promise<string> => {
    const body = new URLSearchParams({ decision });
    const { headers } = await fetch(page, { method: 'POST', body, redirect: 'manual' });
    return headers.get('location')!;
  };
  const walk = async (argv: readonly string[], env = {}): Promise<Ended & { shown: string; status: number }> => {
    const { page, done } = await waitForPage(argv, env);
    const { status, ...answer } = await fetch(await decide(page)).then(async (all) => ({
      status: all.status,
      shown: await all.text(),
    }));
    return { ...(await done), ...answer, status };
  };
  const read = (file: string): Record<string, unknown> =>
    JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;

  it('prints the tokens, and nothing else, as a config file on stdout', async () => {
    const { exitCode, stdout, stderr, shown, status } = await walk(['--config', 'ENV'], environment());
    expect([exitCode, status]).to.deep.equal([0, 200]);
    const tokens = JSON.parse(stdout) as Record<string, string>;
    expect(Object.keys(tokens)).to.deep.equal(['access_token', 'refresh_token']);
    const { status: granted } = await fetch(`${sandbox().url}/rest/organizationAcls?q=roleAssignee`, {
      headers: {
        authorization: `Bearer ${tokens['access_token']}`,
        'linkedin-version': '202609',
        'x-restli-protocol-version': '2.0.0',
      },
    });
    expect(granted).to.equal(200);
    expect(stderr).to.include('Granted: rw_organization_admin, r_organization_social.');
    expect(stderr).to.include('The access token ends on ').and.to.include('The refresh token ends on ');
    expect(shown)
      .to.include('Login done')
      .and.include('tap-linkedin-pages --config ENV --config tokens.json --test')
      .and.not.to.match(/script|AQ[SXW]/);
  });

  it('stores the tokens in the config file, readable only by its owner, and prints no secret', async () => {
    const file = useFile({ access_token: 'stale', unknown_one: [1, 2] });
    const before = read(file);
    const { exitCode, stdout, stderr } = await walk(['--config', file]);
    expect([exitCode, stdout]).to.deep.equal([0, '']);
    expect(stderr).to.include(`Stored in ${file}.`);
    expect(statSync(file).mode & 0o777).to.equal(0o600);
    const { access_token, refresh_token, ...others } = read(file);
    expect({ ...others, access_token: 'stale' }).to.deep.equal(before);
    expect(access_token).to.match(/^AQX-sandbox/);
    expect(refresh_token).to.equal(sandbox().oauthConfig.refresh_token);
    expect(stderr).not.to.match(/AQ[SXW]-sandbox/);
  });

  it('asks for the scopes of the selected streams', async () => {
    const scopesOf = async (argv: readonly string[]): Promise<string | null> => {
      const { page, done } = await waitForPage(['--config', useFile(), ...argv]);
      await fetch(await decide(page, 'deny'));
      await done;
      return new URL(page).searchParams.get('scope');
    };
    expect(await scopesOf([])).to.equal('rw_organization_admin r_organization_social');
    expect(await scopesOf(['--catalog', writeTemporary(select('share_statistics'))])).to.equal('rw_organization_admin');
    expect(await scopesOf(['--catalog', writeTemporary(select('comments'))])).to.equal(
      'rw_organization_admin r_organization_social r_organization_social_feed',
    );
  });

  it('says which scopes were not granted', async () => {
    sandbox().set({ consent: { withheldScopes: ['r_organization_social'] } });
    const { exitCode, stderr } = await walk(['--config', useFile()]);
    expect(exitCode).to.equal(0);
    expect(stderr).to.include('Granted: rw_organization_admin.\nNOT granted: r_organization_social.');
  });

  it('stores only the access token if no refresh token is granted, and removes an old one', async () => {
    sandbox().set({ consent: { refreshToken: false } });
    const file = useFile({ refresh_token: 'old-refresh-token' });
    const { exitCode, stderr } = await walk(['--config', file]);
    expect(exitCode).to.equal(0);
    expect(read(file)).to.include.keys('access_token').and.not.to.include.keys('refresh_token');
    expect(stderr).to.include('the access token is valid for at most 60 days, then run login again');
  });

  for (const decision of ['deny', 'leave'] as const) {
    it(`says that the consent was denied: ${decision}`, async () => {
      const file = useFile();
      const before = read(file);
      const { page, done } = await waitForPage(['--config', file]);
      const shown = await fetch(await decide(page, decision));
      expect([shown.status, await shown.text()].join())
        .to.include('400')
        .and.to.include('Login failed')
        .and.to.include('The consent was denied: LinkedIn answered &quot;user_cancelled_')
        .and.to.include(`tap-linkedin-pages login --config ${file}`);
      const { exitCode, stderr } = await done;
      expect(exitCode).to.equal(1);
      expect(stderr).to.include('CRITICAL The consent was denied: LinkedIn answered "user_cancelled_');
      expect(read(file)).to.deep.equal(before);
    });
  }

  it('names a scope that the app does not have', async () => {
    sandbox().set({ scopes: ['rw_organization_admin'] });
    const { page, done } = await waitForPage(['--config', useFile()]);
    await fetch(page);
    const { exitCode, stderr } = await done;
    expect(exitCode).to.equal(1);
    expect(stderr)
      .to.include('unauthorized_scope_error: Scope \\"r_organization_social\\"')
      .and.to.include('--catalog');
  });

  it('refuses an answer with another state, and does not use its code', async () => {
    const { page, done } = await waitForPage(['--config', useFile()]);
    const answer = new URL(await decide(page));
    answer.searchParams.set('state', 'of-another-login');
    expect((await fetch(answer)).status).to.equal(400);
    const { exitCode, stderr } = await done;
    expect(exitCode).to.equal(1);
    expect(stderr).to.include('CRITICAL The browser came back with a different state than login had sent');
    expect(
      sandbox()
        .requests()
        .filter(({ resource }) => resource === 'accessToken'),
    ).to.deep.equal([]);
  });

  it('rejects foreign hosts, other paths and other methods, and keeps waiting', async () => {
    const { page, done } = await waitForPage(['--config', useFile()]);
    const answer = new URL(await decide(page));
    const foreign = await new Promise<number | undefined>((resolve, reject) => {
      request({
        hostname: '127.0.0.1',
        port: answer.port,
        path: answer.pathname + answer.search,
        headers: { host: 'rebound.example' },
      })
        .on('response', (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end();
    });
    const statusOf = async (path: string, method = 'GET'): Promise<number> =>
      (await fetch(new URL(path, answer), { method })).status;
    expect([
      foreign,
      await statusOf('/favicon.ico'),
      await statusOf('/callback'),
      await statusOf(answer.href, 'POST'),
    ]).to.deep.equal([400, 404, 404, 405]);
    expect((await fetch(answer)).status).to.equal(200);
    expect((await done).exitCode).to.equal(0);
  });

  it('says that the code was refused, and shows no secret', async () => {
    const file = useFile({ client_secret: 'a-wrong-client-secret' });
    const { exitCode, stderr, status, shown } = await walk(['--config', file]);
    expect([exitCode, status]).to.deep.equal([1, 400]);
    expect(shown)
      .to.include('invalid_client')
      .and.include('is a redirect URL of the app')
      .and.not.include('a-wrong-client-secret');
    expect(stderr).to.include('LinkedIn granted no access token: POST accessToken answered HTTP 401 invalid_client');
    expect(stderr).to.match(/is a redirect URL of the app/);
    expect(stderr).not.to.include('a-wrong-client-secret');
  });

  it('gives up when nobody comes back', async () => {
    const { exitCode, stderr } = await startLogin(['--config', useFile(), '--timeout', '0.05']).done;
    expect(exitCode).to.equal(1);
    expect(stderr).to.include('Nobody came back from LinkedIn’s consent page in 0.05 seconds.');
  });

  it('says that the port is in use', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => void holder.listen(0, '127.0.0.1', resolve));
    const { port } = holder.address() as AddressInfo;
    const { exitCode, stderr } = await startLogin(['--config', useFile(), '--port', String(port)]).done;
    holder.close();
    expect(exitCode).to.equal(1);
    expect(stderr).to.include(`CRITICAL login cannot listen on port ${port}: it is in use.`);
  });

  it('needs client_id and client_secret, and says so before anything is opened', async () => {
    const { exitCode, stderr } = await startLogin([]).done;
    expect(exitCode).to.equal(1);
    expect(stderr).to.include('client_id is missing: login needs it').and.to.include('client_secret is missing');
    expect(stderr).not.to.include('authorization?');
  });

  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    it(`ends at once on ${signal}, with ${code}`, async () => {
      const args = ['login', '--no-browser', '--port', '0', '--config', useFile()];
      const { child, done } = spawnTap({ args });
      let told = '';
      child.stderr!.on('data', (text: string) => (told += text));
      await until(() => told.includes('Waiting...'));
      child.kill(signal);
      const { exitCode, stderr } = await done;
      expect(exitCode).to.equal(code);
      expect(stderr).to.match(/^WARNING (Interrupted|Stopped by SIG\w+)\. Run login again to get tokens\.$/m);
    });
  }

  it('accepts no credentials on the command line, and no invalid numbers', async () => {
    for (const argv of [
      ['--client-secret', 'x'],
      ['--port', '65536'],
      ['--timeout', '0'],
      ['--timeout', 'soon'],
    ]) {
      expect((await startLogin(argv).done).exitCode, argv.join(' ')).to.equal(2);
    }
  });
});
