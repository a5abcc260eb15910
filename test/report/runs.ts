import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { TapRun } from '../support/output.js';
import { makeFolder } from '../support/folders.js';
import { inspectOutput } from '../support/secrets.js';
import { runTap, type TapInputs } from '../support/tap.js';
import { compileSummarySchema } from './schema.js';

export interface Stretch {
  readonly start: string;
  readonly end: string;
}

export interface PageSummary {
  readonly organization: string;
  readonly name: string | null;
  readonly complete: boolean;
  readonly refused: readonly string[];
  readonly failed: readonly string[];
  readonly left: readonly string[];
  readonly read_earlier: readonly string[];
  readonly incremental: Readonly<
    Record<
      string,
      {
        readonly before: string | null;
        readonly after: string | null;
        readonly up_to?: string | null;
        readonly days?: Readonly<Record<string, readonly Stretch[]>>;
      }
    >
  >;
}

export interface FaultEntry {
  readonly level: string;
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly streams: readonly string[];
  readonly organizations: readonly string[];
}

/** The parts of a `--summary` document that the tests use. */
export interface Summary {
  readonly outcome: string;
  readonly exit_code: number;
  readonly resume_after: string | null;
  readonly records: number;
  readonly oldest_day: string | null;
  readonly newest_day: string | null;
  readonly pages_behind: number;
  readonly pages_refused: number;
  readonly lost_days: number;
  readonly furthest_behind: {
    organization: string;
    name: string | null;
    stream: string;
    up_to: string;
    days: number;
  } | null;
  readonly calls: {
    readonly total: number;
    readonly max_calls: number | null;
    readonly retries: number;
    readonly by_endpoint: readonly {
      endpoint: string;
      calls: number;
      max_calls: number | null;
      limit_reached: boolean;
    }[];
  } | null;
  readonly token: { readonly kind: string; readonly scopes: readonly string[] | null } | null;
  readonly settings: Readonly<Record<string, unknown>> | null;
  readonly streams: readonly { readonly stream: string; readonly records: number; readonly calls: number }[];
  readonly organizations: readonly PageSummary[];
  readonly faults: readonly FaultEntry[];
}

const isValid = compileSummarySchema();

/** The path of a file in a new folder. */
export const placeFor = (name: string): string => join(makeFolder(), name);

/** Reads what `--summary` wrote, and validates it against its schema. */
export function readSummary(path: string): Summary {
  const text = readFileSync(path, 'utf8');
  inspectOutput(text);
  const summary: unknown = JSON.parse(text);
  expect(isValid(summary), JSON.stringify(isValid.errors, null, 1)).to.equal(true);
  expect(readdirSync(join(path, '..')), 'nothing is left beside it').to.have.length(1);
  return summary as Summary;
}

/** Runs the tap with `--summary`. */
export async function summarize(inputs: TapInputs): Promise<{ run: TapRun; summary: Summary }> {
  const path = placeFor('summary.json');
  const run = await runTap({ ...inputs, args: [...(inputs.args ?? []), '--summary', path] });
  expect(existsSync(path), run.stderr).to.equal(true);
  const summary = readSummary(path);
  expect(summary.exit_code).to.equal(run.exitCode);
  return { run, summary };
}

export const pageOf = (summary: Summary, organization: string): PageSummary =>
  summary.organizations.find((page) => page.organization === organization)!;
