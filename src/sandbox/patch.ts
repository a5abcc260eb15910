import { listDefaultOrganizations, patchOrganizations } from './data/directory.js';
import { parseInstant } from './data/days.js';
import { FAULT_KINDS } from './fault-types.js';
import { isObject } from '../json-object.js';
import { merge } from './merge.js';
import { DEFAULT_OPTIONS, type SandboxOptions, type SandboxPatch } from './options.js';

/**
 * The options after a patch.
 *
 * @throws TypeError if the patch makes no sense; no part of it is then applied
 */
export function patchOptions(options: SandboxOptions, patch: SandboxPatch): SandboxOptions {
  checkPatch(patch);
  const { organizations, ...others } = patch;
  const merged = merge(options, others) as SandboxOptions;
  return { ...merged, organizations: patchOrganizations(options.organizations, organizations) };
}

export function makeOptions(patch: SandboxPatch): SandboxOptions {
  return patchOptions({ ...DEFAULT_OPTIONS, organizations: listDefaultOrganizations() }, patch);
}

/** Options that may be null or have more than one type. */
const OPEN_OPTIONS = ['now', 'burst', 'organizations'];

function checkPatch(patch: SandboxPatch): void {
  const known: Readonly<Record<string, unknown>> = { ...DEFAULT_OPTIONS, organizations: [] };
  for (const [name, value] of Object.entries(patch)) {
    if (!(name in known)) {
      throw new TypeError(`There is no sandbox option "${name}". Choose one of: ${Object.keys(known).join(', ')}.`);
    }
    if (!OPEN_OPTIONS.includes(name) && value !== undefined && kindOf(value) !== kindOf(known[name])) {
      throw new TypeError(`Sandbox option "${name}" must be ${kindOf(known[name])}, not ${kindOf(value)}.`);
    }
  }
  if (patch.now !== undefined && patch.now !== null) parseInstant(patch.now);
  for (const { kind } of patch.faults ?? []) {
    if (!FAULT_KINDS.includes(kind)) {
      throw new TypeError(`There is no fault of kind "${kind}". Choose one of: ${FAULT_KINDS.join(', ')}.`);
    }
  }
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'an array';
  return isObject(value) ? 'an object' : `a ${typeof value}`;
}
