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

/** Collects the content of `--summary` and `--report`, and writes them when the run is over, however it ended. */
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

  /** Called when the inputs have been read. */
  begin(inputs: SyncInputs): void {
    this.#inputs = inputs;
  }

  hear(summary: RunSummary): void {
    this.#summary = summary;
  }

  /** Records what prevented the run from starting. */
  endedBy(error: unknown): void {
    const errors = error instanceof InputFaults ? (error.errors as unknown[]) : [error];
    this.#faults = errors.map((each) => faultOf(each, { level: 'critical' }));
  }

  /** Writes each file entirely or not at all; if that fails, it is only a warning. */
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
      this.#logger.warning(`${path} could not be written (${code ?? message}): the run itself is not affected.`);
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

/**
 * The file that the path leads to.
 *
 * @throws Error if that is something else, such as a pipe
 */
async function placeOf(path: string): Promise<string> {
  const target = await realpath(path).catch(() => null);
  if (target === null) return join(await realpath(dirname(path)), basename(path));
  if (!(await stat(target)).isFile() || /^\/(?:dev|proc)\//.test(path)) throw new Error('it is not a regular file');
  return target;
}

function cleanDeep<Value>(value: Value, clean: (text: string) => string): Value {
  return JSON.parse(JSON.stringify(value), (_key, each: unknown) =>
    typeof each === 'string' ? clean(each) : each,
  ) as Value;
}
