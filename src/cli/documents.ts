import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { InputFaults } from '../errors.js';
import type { Logger } from '../log/logger.js';
import { readPackageVersion } from '../package.js';
import { replaceDocument } from '../replace-file.js';
import type { RunFacts } from '../report/run-facts.js';
import { faultOf } from '../sync/outcome/fault-of.js';
import type { FaultSummary, RunSummary } from '../sync/outcome/run-summary.js';
import type { DocumentArguments } from './arguments.js';
import type { SyncInputs } from './inputs.js';
import type { ExitCode } from './process-io.js';

/** Gathers what `--summary` and `--report` tell of a run, and writes them when it is over, however it ended. */
export class RunDocuments {
  readonly #paths: DocumentArguments;
  readonly #logger: Logger;
  readonly #startedAt = Date.now();
  #inputs: SyncInputs | null = null;
  #summary: RunSummary | null = null;
  #faults: readonly FaultSummary[] = [];

  constructor(paths: DocumentArguments, logger: Logger) {
    this.#paths = paths;
    this.#logger = logger;
  }

  /** The inputs are read. */
  begin(inputs: SyncInputs): void {
    this.#inputs = inputs;
  }

  hear(summary: RunSummary): void {
    this.#summary = summary;
  }

  /** What kept the run from its beginning. */
  endedBy(error: unknown): void {
    const errors = error instanceof InputFaults ? (error.errors as unknown[]) : [error];
    this.#faults = errors.map((each) => faultOf(each, { level: 'critical' }));
  }

  /** Whole or not at all; that one cannot be written is said, and changes nothing for the run. */
  async write(exitCode: ExitCode): Promise<void> {
    const { summary, report } = this.#paths;
    if (summary === undefined && report === undefined) return;
    const facts = this.#toFacts(exitCode);
    await this.#tryTo(summary, async (path) => {
      const { writeSummary } = await import('../report/summary-document.js');
      await replaceDocument(path, writeSummary(facts));
    });
    await this.#tryTo(report, async (path) => {
      const { renderReport } = await import('../report/report-page.js');
      await replaceDocument(path, [renderReport(facts)]);
    });
  }

  async #tryTo(path: string | undefined, write: (path: string) => Promise<void>): Promise<void> {
    if (path === undefined) return;
    try {
      await write(await placeOf(path));
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      this.#logger.warning(`${path} could not be written (${code ?? message}): the run is none the worse for it.`);
    }
  }

  #toFacts(exitCode: ExitCode): RunFacts {
    const { clean } = this.#logger;
    const cleanFault = (fault: FaultSummary): FaultSummary => {
      return { ...fault, message: clean(fault.message), remedy: clean(fault.remedy) };
    };
    return {
      startedAt: this.#startedAt,
      endedAt: Date.now(),
      exitCode,
      tapVersion: readPackageVersion(),
      nodeVersion: process.versions.node,
      settings: this.#inputs && cleanDeep(this.#inputs.settings, clean),
      linkedinVersion: this.#inputs?.config.linkedinVersion ?? null,
      summary: this.#summary && { ...this.#summary, faults: this.#summary.faults.map(cleanFault) },
      faults: this.#faults.map(cleanFault),
    };
  }
}

/** The file that the path leads to. @throws Error where that is something else, such as a pipe */
async function placeOf(path: string): Promise<string> {
  const target = await realpath(path).catch(() => null);
  if (target === null) return join(await realpath(dirname(path)), basename(path));
  if (!(await stat(target)).isFile() || /^\/(?:dev|proc)\//.test(path)) throw new Error('it is no regular file');
  return target;
}

function cleanDeep<Value>(value: Value, clean: (text: string) => string): Value {
  return JSON.parse(JSON.stringify(value), (_key, each: unknown) =>
    typeof each === 'string' ? clean(each) : each,
  ) as Value;
}
