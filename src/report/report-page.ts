import { DAY_MS } from '../clock.js';
import type { RunSummary } from '../sync/outcome/run-summary.js';
import { standingOf } from '../sync/outcome/standing.js';
import type { Axis } from './axis.js';
import { renderCalls } from './calls.js';
import { renderStreams } from './came.js';
import { renderGaps } from './gaps.js';
import { html, Html } from './html.js';
import { renderPages } from './pages.js';
import { drawLegend, drawPicture } from './picture.js';
import { MOST_PAGES, rankPages, rowsOf, streamsOfDays, type Row } from './rows.js';
import type { RunFacts } from './run-facts.js';
import { renderRun } from './run-table.js';
import { contentSecurityPolicy, SCRIPT } from './script.js';
import { STYLE } from './style.js';
import { renderTodo } from './todo.js';
import { judge, renderTop } from './verdict.js';
import { formatMinute } from './words.js';

/** A run for people, as one page of HTML that is complete in itself and requests nothing. */
export function renderReport(facts: RunFacts): string {
  const { summary } = facts;
  const standing = summary && standingOf(summary);
  const { title } = judge(facts, standing);
  const seen = formatMinute(summary ? summary.now : facts.endedAt);
  // The policy names the script by its hash, so not even a space may be added to it.
  const [style, script] = [new Html(`<style>${STYLE}</style>`), new Html(`<script>${SCRIPT}</script>`)];
  const page = html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy()}" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <title>${title} · LinkedIn Pages, ${seen}</title>
      ${style}
    </head>
    <body>
      <main>
        ${renderTop(facts, standing)} ${renderTodo(facts)} ${summary && renderPagesAndDays(summary)}
        ${summary && renderStreams(summary)} ${summary && renderCalls(summary)} ${renderRun(facts)}
      </main>
      <div id="tip" role="presentation" hidden></div>
      <div id="said" role="status"></div>
      ${script}
    </body>
  </html>`;
  return `<!doctype html>\n${page.text}\n`;
}

function renderPagesAndDays(summary: RunSummary): Html | null {
  if (summary.organizations.length === 0) return null;
  const ranked = rankPages(summary);
  return html`${renderCoverage(summary, ranked)} ${renderPages(summary, ranked)}`;
}

/** The most names beside rows. */
const MOST_LABELLED = 60;
/** How many days before the months that LinkedIn serves a picture shows, if some of them are lost. */
const LOST_SHOWN = 45;

function renderCoverage(summary: RunSummary, ranked: readonly string[]): Html | null {
  const pictures = streamsOfDays(summary)
    .map((stream) => ({ stream, rows: rowsOf(summary, { stream, ranked }).slice(0, MOST_PAGES) }))
    .filter(({ rows }) => rows.length > 0);
  const rows = pictures.flatMap((picture) => picture.rows);
  if (rows.length === 0) return null;
  const axis = axisOf(summary, rows);
  const isGrouped = ranked.length > MOST_PAGES;
  const { nameOf } = summary;
  return html`<section aria-labelledby="days">
    <h2 id="days">Days, by page</h2>
    <p>
      Each row is ${isGrouped ? 'a page, or several with the same days' : 'a page'}, those with missing days first; each
      column is a day (UTC). Point at a day, or use the arrow keys.
    </p>
    ${drawLegend(rows)}
    ${pictures.map(({ stream, rows: own }) => {
      const labelled = isGrouped || own.length > MOST_LABELLED ? countLabelled(own) : own.length;
      return drawPicture({ stream, rows: own, axis, labelled, nameOf });
    })}
    <h3 class="after">What is missing</h3>
    ${renderGaps(summary, ranked)}
  </section>`;
}

const countLabelled = (rows: readonly Row[]): number =>
  Math.min(MOST_LABELLED, rows.length, Math.max(10, rows.findLastIndex(({ missing }) => missing > 0) + 1));

/** From the first day of any row, at most a year and a bit ago, to the last. */
function axisOf({ span }: RunSummary, rows: readonly Row[]): Axis {
  let [from, to] = [Infinity, -Infinity];
  for (const { stretches } of rows) {
    from = Math.min(from, stretches[0]?.from ?? Infinity);
    to = Math.max(to, stretches.at(-1)?.to ?? -Infinity);
  }
  const first = Math.floor(span.servedSince / DAY_MS);
  return { from: Math.max(from, first - LOST_SHOWN), to: Math.max(to, from + 1) };
}
