import { existsSync } from 'node:fs';
import { expect } from 'chai';
import { writeTemporary } from '../support/files.js';
import { runCommand } from '../support/tap.js';

/** The answer to wrong usage: one line on stderr, nothing on stdout, exit code 2. */
async function complaint(...argv: string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await runCommand(argv);
  expect([exitCode, stdout]).to.deep.equal([2, '']);
  const [, said] = /^CRITICAL (.+)\. See tap-linkedin-pages --help\.\n$/.exec(stderr) ?? [];
  expect(said, stderr).to.be.a('string');
  return said!;
}

describe('wrong usage', () => {
  for (const [argv, said] of [
    [['--selct', 'posts'], 'Unknown option "--selct"; the nearest is --select'],
    [['--log-levl=debug'], 'Unknown option "--log-levl"; the nearest is --log-level'],
    [['--logLevl', 'debug'], 'Unknown option "--logLevl"; the nearest is --log-level'],
    [['sandbox', '--prot', '3'], 'Unknown option "--prot"; the nearest is --port'],
    [['demo', '--organisations', '3'], 'Unknown option "--organisations"; the nearest is --organizations'],
    [['--zzz'], 'Unknown option "--zzz"'],
    [['--config', 'a.json', 'b.json'], 'Unexpected argument "b.json"; a file follows its option, as in --config FILE'],
    [['config.json'], 'Unexpected argument "config.json"; a file follows its option, as in --config FILE'],
    [['--estimate', '--test'], '--estimate and --test cannot be combined'],
    [['--test=all', '--estimate'], '--estimate and --test cannot be combined'],
  ] as const) {
    it(`${argv.join(' ')} is answered with what was probably meant`, async () => {
      expect(await complaint(...argv)).to.equal(said);
    });
  }

  it('with a misspelled command names that command, whichever it is', async () => {
    const { stdout } = await runCommand(['--help']);
    const commands = [...stdout.matchAll(/^ {2}tap-linkedin-pages ([a-z]+)/gm)].map(([, name]) => name!);
    expect(commands).to.include.members(['demo', 'examples', 'login', 'sandbox', 'streams']);
    for (const command of commands) {
      expect(await complaint(`${command}x`)).to.equal(
        `Unexpected argument "${command}x"; the nearest command is ${command}`,
      );
    }
  });

  it('has a remedy: --help for each command, in 80 columns, which says where the documentation is', async () => {
    for (const command of ['', 'login', 'sandbox', 'demo', 'streams', 'examples']) {
      const { stdout } = await runCommand([...(command ? [command] : []), '--help']);
      const [line = '', folder] = /^Documentation: (.*)$/m.exec(stdout) ?? [];
      if (command === '') expect(existsSync(folder ?? ''), stdout).to.be.true;
      for (const each of stdout.replace(line, '').split('\n')) expect(each.length, each).to.be.at.most(80);
    }
  });

  it('without any arguments says how to try the tap without a token', async () => {
    const { exitCode, stdout, stderr } = await runCommand([]);
    expect([exitCode, stdout]).to.deep.equal([2, '']);
    expect(stderr)
      .to.match(/^CRITICAL .+\n/)
      .and.include('without a token:  tap-linkedin-pages demo\n');
  });
});

describe('a file that is not JSON', () => {
  const TEXT = '{\n  "access_token": "AQX-made-up-token-of-a-file" "x": 1\n}';

  it('given to --state is reported with line and column, without quoting it', async () => {
    const config = writeTemporary({ access_token: 'made-up-token' });
    for (const [text, place] of [
      [TEXT, 'line 2, column 49'],
      ['{"bookmarks": {"posts": {"secret', 'line 1, column 26'],
    ] as const) {
      const { exitCode, stderr } = await runCommand(['--config', config, '--state', writeTemporary(text)]);
      expect(exitCode).to.equal(1);
      expect(stderr)
        .to.include(`The state file is not valid JSON at ${place}.`)
        .and.not.match(/AQX|secret/);
    }
  });

  for (const option of ['--config', '--catalog', '--state']) {
    it(`and nests without end, given to ${option}, is reported as such`, async () => {
      const config = writeTemporary({ access_token: 'made-up-token' });
      const broken = writeTemporary(`{"bookmarks": ${'['.repeat(50_000)}`);
      const args = option === '--config' ? [] : ['--config', config];
      const { exitCode, stderr } = await runCommand([...args, option, broken]);
      expect(exitCode).to.equal(1);
      expect(stderr).to.include('a place that is nested too deep to locate').and.not.include('Unexpected fault');
    });
  }

  it('but a log whose last lines are not JSON is a state file without a state', async () => {
    const config = writeTemporary({ access_token: 'made-up-token' });
    const log = writeTemporary('{"type":"RECORD"}\n{"type":"REC');
    expect((await runCommand(['--config', config, '--state', log])).stderr).to.include('holds no state');
  });

  for (const option of ['--config', '--catalog']) {
    it(`given to ${option} is reported with line and column, without quoting it`, async () => {
      const { exitCode, stderr } = await runCommand([option, writeTemporary(TEXT)]);
      expect(exitCode).to.equal(1);
      expect(stderr).to.include('line 2, column 49').and.not.include('AQX');
    });
  }
});

describe('several faults', () => {
  const token = { access_token: 'AQX-made-up-token' };

  for (const [where, config, args, lines] of [
    [
      'in a config',
      { ...token, max_tries: 0, time_granularity: 'WEEK', locale: 5, lookback_days: -1, api_url: 'x' },
      [],
      ['max_tries', 'time_granularity', 'locale', 'lookback_days', 'api_url', 'The configuration has 5 faults. Run '],
    ],
    ['in --select', token, ['--select', 'postz,commentz'], ['"postz"', '"commentz"', '--select cannot be used. Run ']],
    [
      'in a catalog',
      token,
      ['--catalog', writeTemporary({ streams: [{}, { metadata: [] }] })],
      ['streams[0]', 'streams[1]', 'The catalog cannot be used. Make '],
    ],
  ] as const) {
    it(`${where} are listed one per line, followed by what to do`, async () => {
      const { exitCode, stdout, stderr } = await runCommand(['--config', writeTemporary(config), ...args]);
      expect([exitCode, stdout]).to.deep.equal([1, '']);
      const said = stderr.trimEnd().split('\n');
      expect(said, stderr).to.have.length(lines.length);
      for (const line of lines)
        expect(said.filter((each) => each.replace(/^[A-Z]+ /, '').startsWith(line))).to.have.length(1);
      expect(said.map((line) => line.split(' ')[0]).join(' ')).to.match(/^(ERROR )+CRITICAL$/);
    });
  }
});

describe('the address of a page in place of its id', () => {
  for (const [address, remedy] of [
    ['https://www.linkedin.com/company/104729384/admin/dashboard/', 'write 104729384'],
    ['linkedin.com/showcase/104729384', 'write 104729384'],
    [
      'https://www.linkedin.com/company/northwind-turbines/',
      'write the number that it shows, between /company/ and /admin,',
    ],
  ] as const) {
    it(`${address} is answered with what to write instead`, async () => {
      const config = { access_token: 'AQX-made-up-token', organization_ids: [address] };
      const { exitCode, stderr } = await runCommand(['--config', writeTemporary(config)]);
      expect(exitCode).to.equal(1);
      expect(stderr).to.include('organization_ids[0] must be N,').and.include(`(an address: ${remedy}`);
    });
  }
});
