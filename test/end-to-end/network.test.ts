import { expect } from 'chai';
import type { Sandbox } from '../../src/sandbox/index.js';
import { select } from '../support/catalogs.js';
import { lintStream } from '../support/lint/stream.js';
import { runProcess } from '../support/process.js';
import { startProxy, type ConnectProxy } from '../support/proxy.js';
import { oauthSettingsOf, settingsOf, useSandbox } from '../support/sandboxes.js';
import { HIDDEN_HOST, startTlsFront, type TlsFront } from '../support/tls.js';

const CATALOG = select('organization_acls', 'share_statistics', 'share_statistics_time_bound');

const PASSWORD = 'made up/p@ss:word%';

/** Servers that stay open until the test ends. */
function useServers(): { front(sandbox: Sandbox): Promise<TlsFront>; proxy: typeof startProxy } {
  const open: { close(): void }[] = [];
  const keep = <Kept extends { close(): void }>(server: Kept): Kept => {
    open.push(server);
    return server;
  };
  afterEach(() => {
    for (const server of open.splice(0)) server.close();
  });
  return {
    front: async ({ url }) => keep(await startTlsFront(url)),
    proxy: async (options) => keep(await startProxy(options)),
  };
}

describe('certificates', () => {
  const start = useSandbox();
  const servers = useServers();

  for (const env of [{}, { NODE_TLS_REJECT_UNAUTHORIZED: '0' }]) {
    it(`that are not trusted end the run before anything is sent (${JSON.stringify(env)})`, async () => {
      const front = await servers.front(await start());
      const url = `https://127.0.0.1:${front.port}`;
      const run = await runProcess({
        config: { access_token: 'AQX-made-up-access-token', api_url: url, max_tries: 3 },
        catalog: CATALOG,
        env,
      });
      expect(run.exitCode).to.equal(1);
      expect(run.logged('CRITICAL').join())
        .to.include('DEPTH_ZERO_SELF_SIGNED_CERT')
        .and.include('NODE_EXTRA_CA_CERTS');
      expect(run.stderr).not.to.include('retrying');
      expect(front.requests()).to.equal(0);
    });
  }

  it('that NODE_EXTRA_CA_CERTS makes trusted are accepted', async () => {
    const sandbox = await start();
    const front = await servers.front(sandbox);
    const run = await runProcess({
      config: settingsOf(sandbox, { api_url: `https://127.0.0.1:${front.port}` }),
      catalog: CATALOG,
      env: { NODE_EXTRA_CA_CERTS: front.certificateFile },
    });
    expect(run.exitCode).to.equal(0);
    expect(run.records('share_statistics')).to.have.length(2);
    expect(front.requests()).to.be.above(0);
  });

  it('of another host are refused', async () => {
    const front = await servers.front(await start());
    const run = await runProcess({
      config: { access_token: 'AQX-made-up-access-token', api_url: `https://localhost:${front.port}` },
      catalog: CATALOG,
      env: { NODE_EXTRA_CA_CERTS: front.certificateFile },
    });
    expect(run.exitCode).to.equal(1);
    expect(run.logged('CRITICAL').join()).to.include('ERR_TLS_CERT_ALTNAME_INVALID');
    expect(front.requests()).to.equal(0);
  });
});

describe('a proxy in the environment', () => {
  const start = useSandbox();
  const servers = useServers();

  interface Way {
    readonly sandbox: Sandbox;
    readonly front: TlsFront;
    readonly proxy: ConnectProxy;
    readonly config: object;
  }

  /** Puts both of LinkedIn's hosts behind TLS and a proxy. */
  const build = async (options: Parameters<typeof startProxy>[0] = {}): Promise<Way> => {
    const sandbox = await start();
    const front = await servers.front(sandbox);
    const proxy = await servers.proxy(options);
    const url = `https://${HIDDEN_HOST}:${front.port}`;
    const config = oauthSettingsOf(sandbox, { api_url: url, oauth_url: `${url}/oauth/v2` });
    return { sandbox, front, proxy, config };
  };

  it('tunnels calls for tokens and data, with its password, over reused sockets', async () => {
    const { sandbox, front, proxy, config } = await build();
    const run = await runProcess({
      config: { ...config, max_concurrency: 1 },
      catalog: CATALOG,
      args: ['--log-level', 'debug'],
      env: {
        HTTPS_PROXY: `http://made-up-user:${encodeURIComponent(PASSWORD)}@${proxy.address}`,
        NODE_EXTRA_CA_CERTS: front.certificateFile,
        DEBUG: '*',
      },
    });
    expect(run.exitCode, run.stderr).to.equal(0);
    expect(lintStream(run.stdout)).to.deep.equal([]);
    expect(run.records('share_statistics')).to.have.length(2);
    expect(front.requests()).to.equal(sandbox.requests().length).and.be.above(4);
    const authorization = `Basic ${Buffer.from(`made-up-user:${PASSWORD}`).toString('base64')}`;
    expect(proxy.asked).to.deep.equal([{ target: `${HIDDEN_HOST}:${front.port}`, authorization }]);
    expect(proxy.plain()).to.equal(0);
    for (const form of [PASSWORD, encodeURIComponent(PASSWORD), authorization.slice(6)]) {
      expect(run.stderr).not.to.include(form);
    }
  });

  it('may be named without a scheme, in lower case, for all protocols', async () => {
    const { front, proxy, config } = await build();
    const run = await runProcess({
      config,
      catalog: CATALOG,
      env: { all_proxy: proxy.address, NODE_EXTRA_CA_CERTS: front.certificateFile },
    });
    expect(run.exitCode, run.stderr).to.equal(0);
    expect(proxy.asked).not.to.be.empty;
  });

  it('does not weaken certificate checks', async () => {
    const { front, proxy, config } = await build();
    const env = { HTTPS_PROXY: `http://${proxy.address}`, NODE_TLS_REJECT_UNAUTHORIZED: '0' };
    const run = await runProcess({ config, catalog: CATALOG, env });
    expect(run.exitCode).to.equal(1);
    expect(run.logged('CRITICAL').join()).to.include('DEPTH_ZERO_SELF_SIGNED_CERT').and.include(proxy.address);
    expect(front.requests()).to.equal(0);
  });

  for (const status of [403, 407]) {
    it(`that answers ${status} ends the run with a remedy, and is not mistaken for LinkedIn`, async () => {
      const { proxy, config } = await build({ status });
      const run = await runProcess({ config, catalog: CATALOG, env: { HTTPS_PROXY: `http://${proxy.address}` } });
      expect(run.exitCode).to.equal(1);
      expect(run.logged('CRITICAL').join())
        .to.include(`the proxy http://${proxy.address} answered HTTP ${status} when asked for ${HIDDEN_HOST}`)
        .and.include('NO_PROXY');
      expect(proxy.asked).to.have.length(1);
    });
  }

  it('that has problems is tried again', async () => {
    const { proxy, config } = await build({ status: 503 });
    const run = await runProcess({
      config: { ...config, max_tries: 3 },
      catalog: CATALOG,
      env: { HTTPS_PROXY: `http://${proxy.address}` },
    });
    expect(run.exitCode).to.equal(1);
    expect(proxy.asked).to.have.length(3);
    expect(run.logged('CRITICAL').join()).to.include(`${proxy.address} answered HTTP 503`);
  });

  it('that accepts a connection and says nothing does not keep the process alive', async () => {
    const { proxy, config } = await build({ status: null });
    const run = await runProcess({
      config: { ...config, max_tries: 1, request_timeout: 0.2 },
      catalog: CATALOG,
      env: { HTTPS_PROXY: `http://${proxy.address}` },
    });
    expect(run.exitCode).to.equal(1);
    expect(run.logged('CRITICAL').join()).to.include('no answer within 0.2 s');
  });

  it('is not used for the loopback address', async () => {
    const sandbox = await start();
    const proxy = await servers.proxy({ status: 403 });
    const env = { HTTPS_PROXY: `http://${proxy.address}`, HTTP_PROXY: `http://${proxy.address}` };
    const run = await runProcess({ config: settingsOf(sandbox), catalog: CATALOG, env });
    expect(run.exitCode).to.equal(0);
    expect(proxy.asked).to.be.empty;
    expect(proxy.plain()).to.equal(0);
  });

  it('of another kind is a configuration error, and its password is not shown', async () => {
    const run = await runProcess({
      config: { access_token: 'AQX-made-up-access-token' },
      env: { HTTPS_PROXY: 'socks5://made-up-user:made-up-password@proxy.example:1080' },
    });
    expect(run.exitCode).to.equal(1);
    expect(run.stdout).to.equal('');
    expect(run.logged('CRITICAL').join()).to.include('HTTPS_PROXY must be the URL of an http or https proxy');
    expect(run.stderr).not.to.include('made-up-password');
  });
});
