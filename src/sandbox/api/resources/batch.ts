import { Refusal } from '../../http/answer.js';
import { parseWholeNumber, readTexts } from '../../restli/read.js';
import type { Call } from '../resource.js';

/** Numeric ids of a BATCH_GET, without duplicates. */
export function readIds({ params }: Call): number[] {
  return [...new Set(readTexts(params, 'ids').map((id) => parseWholeNumber(id, 'ids')))];
}

/** URNs or other text keys of a BATCH_GET, without duplicates. */
export function readKeys({ params }: Call): string[] {
  return [...new Set(readTexts(params, 'ids'))];
}

/** Envelope of a BATCH_GET: a refused key goes into `errors`; the others are answered all the same. */
export function answerBatch<Id extends number | string>(ids: readonly Id[], get: (id: Id) => unknown): unknown {
  const results: Partial<Record<Id, unknown>> = {};
  const statuses: Partial<Record<Id, number>> = {};
  const errors: Partial<Record<Id, unknown>> = {};
  for (const id of ids) {
    try {
      results[id] = get(id);
      statuses[id] = 200;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      statuses[id] = error.answer.status;
      errors[id] = error.answer.json;
    }
  }
  return { results, statuses, errors };
}
