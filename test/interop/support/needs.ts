import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Context } from 'mocha';
import { packageRoot } from '../../../src/package.js';
import { findChromium } from '../browser/chromium.js';
import { findPostgres } from '../postgres/server.js';
import { isInstalled } from '../tools/environment.js';
import { choosePython, describeNeed, listPythons } from '../tools/python.js';
import { toolOf, type ToolName } from '../tools/table.js';

interface Lack {
  readonly reason: string;
  /** Whether it may be missing even in CI. */
  readonly excused?: boolean;
}

/** Skips the tests of the describe block, with the reason, if one of these tools is missing. In CI they fail. */
export function needTools(...names: readonly ToolName[]): void {
  need(() => names.map(findLack));
}

/** The same if there is no PostgreSQL server to start. */
export function needPostgres(): void {
  need(() => [findPostgres() ? null : { reason: 'there is no PostgreSQL on this machine (initdb and postgres)' }]);
}

/** The same if there is no browser. */
export function needChromium(): void {
  need(() => [findChromium() ? null : { reason: 'there is no Chromium on this machine' }]);
}

/** The same if the documentation site has not been built. */
export function needSite(): void {
  const start = new URL('site/dist/index.html', packageRoot);
  need(() => [existsSync(start) ? null : { reason: 'the site has not been built (npm run site)' }]);
}

/** The same if one of these programs is not on the PATH. */
export function needPrograms(...names: readonly string[]): void {
  need(() =>
    names.map((name) =>
      spawnSync(name, ['--version']).error ? { reason: `there is no ${name} on this machine` } : null,
    ),
  );
}

function need(find: () => readonly (Lack | null)[]): void {
  before(function () {
    for (const lack of find()) if (lack) forgo(this, lack);
  });
}

function forgo(context: Context, { reason, excused = false }: Lack): void {
  if (process.env['CI'] === 'true' && !excused) throw new Error(`CI has to run these tests, but ${reason}.`);
  console.log(`      skipped: ${reason}`);
  context.skip();
}

function findLack(name: ToolName): Lack | null {
  if (isInstalled(name)) return null;
  const tool = toolOf(name);
  const pythons = listPythons();
  if (pythons.length === 0) return { reason: `${describeNeed(tool)}, and there is none` };
  if (!choosePython(pythons, tool)) return { reason: describeNeed(tool), excused: tool.lastPython !== undefined };
  return { reason: `${tool.requirement} is not installed: run npm run interop:install` };
}
