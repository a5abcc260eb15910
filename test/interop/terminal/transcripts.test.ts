import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { packageRoot } from '../../../src/package.js';
import type { Sandbox, SandboxPatch } from '../../../src/sandbox/index.js';
import { makeFolder } from '../../support/folders.js';
import { TURBINES, useSandbox } from '../../support/sandboxes.js';
import { needPrograms } from '../support/needs.js';
import { runOnTerminal, type Seen } from './terminal.js';

const PAGE = new URL('docs/terminal.md', packageRoot);
const TAP = [process.execPath, fileURLToPath(new URL('bin/tap-linkedin-pages.js', packageRoot))].join(' ');
const SYNC = 'tap-linkedin-pages --config config.json > out.jsonl';
/** A page of the sandbox on which the member has no role. */
const STRANGE = 999;
const LABS = 104_729_391;

interface Scenario {
  readonly command: string;
  readonly sandbox?: SandboxPatch & { readonly organizations?: number };
  /** Override the sandbox's own settings. */
  readonly settings?: (sandbox: Sandbox) => object;
  readonly interruptAt?: RegExp;
  readonly exitCode: number;
  /** Number of lines that say what is wrong: one for each cause. */
  readonly causes: number;
}

const ids = (sandbox: Sandbox): number[] => sandbox.truth.organizations().map(({ id }) => id);

/** By the mark before each transcript in the page. */
const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'forty pages': { command: SYNC, sandbox: { organizations: 40, latencyMs: 60 }, exitCode: 0, causes: 0 },
  'Ctrl-C': {
    command: SYNC,
    sandbox: { organizations: 40, latencyMs: 60 },
    interruptAt: /[3-9]\d %/,
    exitCode: 130,
    causes: 1,
  },
  'a wrong page id': {
    command: SYNC,
    settings: () => ({ organization_ids: [TURBINES, STRANGE] }),
    exitCode: 1,
    causes: 2,
  },
  'a wrong token': {
    command: SYNC,
    settings: () => ({ access_token: 'AQX-made-up-and-wrong' }),
    exitCode: 1,
    causes: 1,
  },
  'a target that is missing': {
    command: 'tap-linkedin-pages --config config.json | target-postgres',
    exitCode: 127,
    causes: 1,
  },
  'a page twelve days behind': {
    command: SYNC,
    sandbox: { organizations: 3, lateDays: { [TURBINES]: { organizationalEntityShareStatistics: 12 } } },
    exitCode: 0,
    causes: 1,
  },
  '--test with a page that lacks the role': {
    command: 'tap-linkedin-pages --config config.json --test',
    sandbox: { organizations: 40, roles: { [LABS]: { role: 'ANALYST', state: 'APPROVED' } } },
    settings: (sandbox) => ({ organization_ids: [...ids(sandbox), LABS] }),
    exitCode: 1,
    causes: 1,
  },
  '--estimate': {
    command: 'tap-linkedin-pages --config config.json --estimate',
    sandbox: { organizations: 40 },
    exitCode: 0,
    causes: 0,
  },
  'five faults of a configuration': {
    command: SYNC,
    settings: () => ({
      start_date: '2026-13-01',
      time_granularity: 'WEEK',
      max_tries: 0,
      organization_ids: 'https://www.linkedin.com/company/northwind-turbines',
      lookback_days: '-1',
    }),
    exitCode: 1,
    causes: 6,
  },
};

describe('the output on a terminal', () => {
  needPrograms('script', 'stty');
  const start = useSandbox();
  const shown = readTranscripts();

  for (const [name, scenario] of Object.entries(SCENARIOS)) {
    for (const columns of [80, 150]) {
      it(`with ${name}, ${columns} columns wide, is in the documentation`, async () => {
        const sandbox = await start({ organizations: 3, ...scenario.sandbox });
        const cwd = makeFolder();
        const config = { ...sandbox.config, ...scenario.settings?.(sandbox) };
        writeFileSync(join(cwd, 'config.json'), JSON.stringify(config), { mode: 0o600 });
        const command = `set -o pipefail; ${scenario.command.replace('tap-linkedin-pages', TAP)}`;
        const seen = await runOnTerminal(`bash -c '${command}'`, {
          columns,
          cwd,
          ...(scenario.interruptAt && { interruptAt: scenario.interruptAt }),
        });
        expect(seen.exitCode, seen.lines.join('\n')).to.equal(scenario.exitCode);
        const causes = seen.lines.filter((line) => /^(WARNING|ERROR|CRITICAL|failed:) /.test(line));
        expect(causes, causes.join('\n')).to.have.length(scenario.causes);
        for (const frame of seen.frames) expect(frame.length, frame).to.be.below(columns);
        const transcript = transcriptOf(scenario, seen, { columns, url: sandbox.url });
        const mark = `${name}, ${columns} columns`;
        if (process.env['TRANSCRIPTS'] === 'write') writeTranscript(mark, transcript);
        else expect(steady(transcript)).to.equal(steady(shown.get(mark) ?? ''));
      });
    }
  }

  it('for 300 pages without problems is at most forty lines, and no progress line remains', async () => {
    const sandbox = await start({ organizations: 300, postsPerOrganization: 2 });
    const cwd = makeFolder();
    writeFileSync(join(cwd, 'config.json'), JSON.stringify(sandbox.config), { mode: 0o600 });
    const { lines, frames, exitCode } = await runOnTerminal(SYNC.replace('tap-linkedin-pages', TAP), {
      columns: 80,
      cwd,
    });
    expect(exitCode).to.equal(0);
    expect(lines.length, lines.join('\n')).to.be.at.most(40);
    expect(lines.join('\n')).not.to.match(/METRIC|\d %/);
    expect(
      frames.some((frame) => /^\d+ %, .*records, \d/.test(frame)),
      frames.at(-1),
    ).to.be.true;
  });
});

/** As a terminal shows it: the command, one state of the progress line if there was one, and long lines broken. */
function transcriptOf(
  { command }: Scenario,
  { lines, frames }: Seen,
  { columns, url }: { columns: number; url: string },
): string {
  const told = frames.filter((frame) => frame.includes(' left, '));
  const progress = told[Math.floor(told.length / 2)];
  const all = [`$ ${command}`, ...(progress === undefined ? [] : [progress]), ...lines];
  const text = all
    .join('\n')
    .replaceAll(new URL(url).host, '127.0.0.1:8080')
    .replaceAll(/(x-li-uuid )[\w+/=]+/g, '$1AAYx8ChETIerLfZABoa0SQ==');
  return text
    .split('\n')
    .map((line) => breakLine(line, columns))
    .join('\n')
    .replaceAll(/ +$/gm, '');
}

const breakLine = (line: string, columns: number): string =>
  line.replaceAll(new RegExp(`(.{${columns}})(?=.)`, 'g'), '$1\n');

/** Replaces times and progress, which differ each time. */
const steady = (transcript: string): string =>
  transcript
    .split('\n')
    .filter((line) => !line.includes(' left, '))
    .map((line) => line.replaceAll(/\d[\d,.]*/g, '0').replaceAll(/ +/g, ' '))
    .join('\n')
    .replaceAll(/( 0 pages? left| 0-0-0| -)$/gm, ' so far')
    .replaceAll(/0 min 0 s|0 s/g, '0 s');

function readTranscripts(): Map<string, string> {
  const text = readFileSync(PAGE, 'utf8');
  const marked = /^<!-- terminal: (.+) -->\n+```text\n([^]*?)\n?```$/gm;
  return new Map([...text.matchAll(marked)].map(([, mark = '', transcript = '']) => [mark, transcript]));
}

/** `npm run transcripts` */
function writeTranscript(mark: string, transcript: string): void {
  const text = readFileSync(PAGE, 'utf8');
  const [head = '', rest = ''] = text.split(`<!-- terminal: ${mark} -->\n`);
  expect(text, `docs/terminal.md has no place for ${mark}`).to.include(`<!-- terminal: ${mark} -->`);
  const after = rest.replace(/^\n*```text\n[^]*?```\n/, '');
  writeFileSync(PAGE, `${head}<!-- terminal: ${mark} -->\n\n\`\`\`text\n${transcript}\n\`\`\`\n${after}`);
}
