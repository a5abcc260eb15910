import { MissingRoleError, MissingScopeError } from '../../access/denial.js';
import { TapError } from '../../errors.js';
import { CallError } from '../../linkedin/errors.js';
import { organizationId } from '../../linkedin/urn.js';
import type { FaultSummary } from './run-summary.js';

/** An error as a fault for machines and reports. */
export function faultOf(error: unknown, of: Pick<FaultSummary, 'level'> & Partial<FaultSummary>): FaultSummary {
  const { code } = error instanceof TapError ? error : UNEXPECTED;
  const { message, hint } = wordsOf(error, of.organizations ?? []);
  const resource = error instanceof CallError ? error.resource : null;
  return { code, message, remedy: hint, resource, streams: [], organizations: [], items: [], ...of };
}

/** If an error stands for several pages, the words are about all of them, not only the first. */
function wordsOf(error: unknown, organizations: readonly string[]): { message: string; hint: string } {
  if (error instanceof MissingScopeError) return { message: `The token lacks ${error.lacking}.`, hint: error.hint };
  if (error instanceof MissingRoleError) {
    const message = `The member of the token is not an approved ADMINISTRATOR there: ${error.standing}.`;
    return { message, hint: error.remedyFor(organizations.map((urn) => String(organizationId(urn) ?? urn))) };
  }
  return error instanceof TapError ? error : UNEXPECTED;
}

/** A fault of the tap itself; its trace is in the log. */
const UNEXPECTED = {
  code: 'UNEXPECTED',
  message: 'An error in the tap itself ended the run.',
  hint: 'See the log for details, and please report it.',
};
