import { readFileSync, statSync } from 'node:fs';
import { expect } from 'chai';
import { renderReport } from '../../src/report/report-page.js';
import { inspectOutput } from '../support/secrets.js';
import { settingsOf, TURBINES, urn, useSandbox } from '../support/sandboxes.js';
import { runTap } from '../support/tap.js';
import { imagine, TORN, YEAR } from './big.js';
import { placeFor } from './runs.js';
import { FORGOTTEN, NEW, REVOKED, SHARES, STORY, tell } from './story.js';

const MB = 1_000_000;

/** The text of the page, without tags. */
const wordsOf = (html: string): string =>
  html.replaceAll(/<(?:script|style)[^]*?<\/(?:script|style)>|<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('the report of a run', () => {
  const start = useSandbox();

  it('says what came, what is missing and why, and what to do', async () => {
    const { html, run, summary } = await tell(await start(STORY));
    inspectOutput(html);
    expect(run.exitCode).to.equal(1);
    const words = wordsOf(html);
    expect(words).to.include('Not everything could be read').and.include('1 behind, 1 refused');
    expect(words).to.include('Have a super admin of the page raise that role to ADMINISTRATOR');
    expect(words).to.include('Late Northwind Labs').and.include('Lost Quillfeather Bindery');
    expect(words).to.include('Tidewater Observatory Activity on posts nothing sent 21 8 Jun 2026 – 28 Jun 2026');
    const written = run.messages.filter(({ type }) => type === 'RECORD').length;
    expect(words).to.include(`Records ${written.toLocaleString('en-US')}`);
    expect(words).to.include(`Calls ${summary.calls!.total} of 500 (max_calls)`);
    expect(summary.organizations.map(({ organization }) => organization)).to.include.members(
      [REVOKED, NEW, FORGOTTEN].map(urn),
    );
  });

  it('is a single file that loads nothing from elsewhere', async () => {
    const { html } = await tell(await start(STORY));
    expect(html).to.match(/default-src &#39;none&#39;/);
    const markup = html.replaceAll(/<(script|style)>[^]*?<\/\1>/g, '');
    expect([...markup.matchAll(/\s(?:src|href|action|srcset)=/g)]).to.deep.equal([]);
    expect(html).not.to.match(/@import|url\(/);
  });

  it('shows names as text, whatever they contain', async () => {
    const hostile = [
      '<script>document.title = "taken"</script>',
      '"><img src=x onerror=alert(1)>',
      '</script><script>alert(1)</script>',
      "' onmouseover='alert(1)",
      '\u202Ebackwards & <b>bold</b>',
      '${html} `code` \u0000 \uD800',
    ];
    const sandbox = await start({
      organizations: hostile.map((name, place) => ({ id: TURBINES + place, name })),
    });
    const path = placeFor('report.html');
    const run = await runTap({ config: settingsOf(sandbox), args: ['--report', path] });
    expect(run.exitCode).to.equal(0);
    const html = readFileSync(path, 'utf8');
    expect(html.match(/<script/g)).to.have.length(4);
    expect(html).not.to.match(/<img|<b>bold|onerror=alert\(1\)>(?!")/);
    expect(html).to.include('&lt;script&gt;document.title = &quot;taken&quot;&lt;/script&gt;');
    expect(html).to.include(String.raw`\u003cscript>alert(1)`);
    expect(html.isWellFormed()).to.equal(true);
  });

  it('is written even if the settings are invalid or the token is refused', async () => {
    const path = placeFor('report.html');
    const run = await runTap({ config: { access_token: 'AQX-made-up', max_calls: 'many' }, args: ['--report', path] });
    expect(run.exitCode).to.equal(1);
    const words = wordsOf(readFileSync(path, 'utf8'));
    expect(words).to.include('Nothing could be read').and.include('max_calls').and.not.include('AQX-made-up');
    const sandbox = await start();
    await runTap({ config: settingsOf(sandbox, { access_token: 'AQX-other' }), args: ['--report', path] });
    expect(wordsOf(readFileSync(path, 'utf8')))
      .to.include('TOKEN_REFUSED')
      .and.not.include('AQX-other');
  });

  it('says if everything is there, and when to continue after a limit', async () => {
    const sandbox = await start();
    const path = placeFor('report.html');
    await runTap({ config: settingsOf(sandbox), args: ['--report', path] });
    expect(wordsOf(readFileSync(path, 'utf8')))
      .to.include('Everything is there')
      .and.include('No day is missing');
    await runTap({ config: settingsOf(sandbox, { max_calls: 8 }), args: ['--report', path] });
    expect(wordsOf(readFileSync(path, 'utf8'))).to.include('are reset at 23 Nov 2026, 00:00 UTC');
    expect(statSync(path).size).to.be.below(MB);
  });

  it('puts each status of a day in its place in the picture', async () => {
    const { html, summary } = await tell(await start(STORY));
    const figure = html.split('<figure').find((part) => part.includes(`<code>${SHARES}</code>`))!;
    const from = Number(/data-from="(-?\d+)"/.exec(figure)![1]);
    const day = (text: string): number => Date.parse(text) / 86_400_000 - from;
    const names = [...figure.matchAll(/<bdi>([^<]+)<\/bdi>/g)].map(([, name]) => name!);
    for (const { name, organization, incremental } of summary.organizations) {
      const row = names.indexOf(name ?? `Page ${organization.split(':').at(-1)}`);
      expect(row, organization).to.be.at.least(0);
      for (const [state, stretches] of Object.entries(incremental[SHARES]!.days!)) {
        const drawn = barsOf(figure, state.replaceAll('_', '-')).filter((bar) => Math.floor(bar.y / 22) === row);
        const told = stretches.map(({ start: first, end }) => ({ from: day(first), to: day(end) }));
        expect(
          drawn.map(({ from: first, to }) => ({ from: first, to })),
          `${state} of ${organization}`,
        ).to.deep.equal(told);
      }
    }
    expect(barsOf(figure, 'behind')).to.have.length(1);
    expect(names[0]).to.equal('Quillfeather Bindery');
  });

  it('stays below a megabyte for 300 pages, even if each lacks a different day every fortnight', () => {
    expect(renderReport(imagine({ pages: 300, came: () => [YEAR] })).length).to.be.below(0.3 * MB);
    expect(Buffer.byteLength(renderReport(imagine({ pages: 300, came: () => TORN })))).to.be.below(MB);
  });

  it('puts pages that look the same into one row if there are many, worst first', () => {
    const html = renderReport(
      imagine({ pages: 10_000, came: (page) => [{ ...YEAR, to: page % 1000 === 7 ? YEAR.to - 30 : YEAR.to }] }),
    );
    const names = [...html.matchAll(/<div class="name[^>]*>\s*<bdi>([^<]+)<\/bdi>([^<]*)</g)].map(
      ([, name, more]) => `${name}${more?.trimEnd()}`,
    );
    expect(names.slice(0, 2)).to.deep.equal(['Page of many 7 and 9 like it', 'Page of many 0 and 9,989 like it']);
    expect(Buffer.byteLength(html)).to.be.below(MB);
  });
});

interface Bar {
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

/** The bars of a path, in days from the left and pixels from the top. */
function barsOf(figure: string, state: string): Bar[] {
  const chart = figure.slice(figure.indexOf('class="scroll"'));
  const bars: Bar[] = [];
  for (const [, d] of chart.matchAll(new RegExp(`class="day-${state}"[^>]*? d="([^"]+)"`, 'g'))) {
    let [x, y] = [0, 0];
    for (const [, dx, dy, length] of d!.matchAll(/[Mm](-?[\d.]+) (-?[\d.]+)h(\d+)/g)) {
      x += Number(dx);
      y += Number(dy);
      bars.push({ from: x, to: x + Number(length), y });
      x += Number(length);
    }
  }
  return bars;
}
