import { RunEndError, TapError } from '../errors.js';
import { AccessDeniedError, NotFoundError } from '../linkedin/errors.js';
import { ORGANIZATION_ACLS, type Endpoint } from '../linkedin/endpoints.js';
import { lacksScope } from '../linkedin/scopes.js';
import { organizationId } from '../linkedin/urn.js';
import type { Roles } from './roles.js';

/** The token lacks a scope, or the product that grants it; `cause` is the refusal that showed it, if any. */
export class MissingScopeError extends TapError {
  /** What the token lacks, in words. */
  readonly lacking: string;

  constructor(endpoint: Pick<Endpoint, 'scopes'>, cause?: AccessDeniedError) {
    const lacking =
      endpoint.scopes.length > 0 ? `the scope ${endpoint.scopes.join(' or ')}` : 'the product it belongs to';
    super('SCOPE_MISSING', `${after(cause)}The token lacks ${lacking}.`, {
      hint: `Add it to the app in LinkedIn’s developer portal and authorize again${cause ? '; this run makes no more calls for the stream' : ''}.`,
      cause,
    });
    this.lacking = lacking;
  }
}

/** The member lacks the role on one organization; `cause` is the refusal that showed it, if any. */
export class MissingRoleError extends TapError {
  /** The member's role on the page, in words. */
  readonly standing: string;
  readonly #held: readonly string[];

  constructor(missing: { organization: string; held: readonly string[]; cause?: AccessDeniedError }) {
    const { organization, held, cause } = missing;
    const standing = held.length > 0 ? `its role there is ${held.join(', ')}` : 'LinkedIn shows no role for it there';
    super(
      'ROLE_MISSING',
      `${after(cause)}The member of the token is not an approved ADMINISTRATOR of ${organization}: ${standing}.`,
      { hint: remedyFor(held, [String(organizationId(organization) ?? organization)]), cause },
    );
    this.standing = held.length > 0 ? `the role there is ${held.join(', ')}` : 'no role there';
    this.#held = held;
  }

  /** Whether the member has any role there. */
  get isHeld(): boolean {
    return this.#held.length > 0;
  }

  /** The remedy for several pages with the same fault, by their ids. */
  remedyFor(pages: readonly string[]): string {
    return remedyFor(this.#held, pages);
  }
}

function remedyFor(held: readonly string[], pages: readonly string[]): string {
  const which = pages.length === 1 ? pages[0] : 'them';
  const page = pages.length === 1 ? 'the page' : 'each page';
  return `Have a super admin of ${page} ${stepFrom(held)}, or take ${which} out of organization_ids.`;
}

/** Refused, and organizationAcls did not say which role the member has. */
export class RoleUnknownError extends TapError {
  constructor({ organization, denial, cause }: { organization: string; denial: AccessDeniedError; cause: TapError }) {
    super(
      'ACCESS_DENIED',
      `${denial.message} The role of the token's member on ${organization} is not known: ${cause.message}`,
      { hint: 'Run again; --test shows the role on each page.', cause },
    );
  }
}

const after = (cause: AccessDeniedError | undefined): string => (cause ? `${cause.message} ` : '');

/** What remains to be done on the page, given the member's role there. */
function stepFrom(held: readonly string[]): string {
  if (held.includes('ADMINISTRATOR (REVOKED)')) return 'grant the revoked role again';
  if (held.includes('ADMINISTRATOR (REQUESTED)')) return 'approve the request for the role';
  return held.length > 0 ? 'raise that role to ADMINISTRATOR' : 'grant ADMINISTRATOR';
}

/** There is nothing to read. */
export class NoOrganizationError extends TapError {
  constructor() {
    super('NO_ORGANIZATION', 'The member of the token is not an approved ADMINISTRATOR of any organization.', {
      hint: 'Have a super admin of the page grant the role, or name the pages in organization_ids.',
    });
  }
}

/** A 403, and what is known about its circumstances. */
export interface Denial {
  readonly denial: AccessDeniedError;
  readonly endpoint: Endpoint;
  /** null: the call was not about a single organization, so no role can be missing. */
  readonly organization: string | null;
  readonly grantedScopes: ReadonlySet<string> | null;
  readonly roles: Roles;
}

/**
 * Finds the reason for a 403: a scope, if the token is known to lack it, or if its member administers the organization
 * anyway; else the role. Asks organizationAcls if nobody has yet: that accepts any role, so a refusal there also shows
 * a missing scope. If it brings no answer, nothing is known, and the refusal is reported as it is.
 */
export async function explainDenial(refused: Denial): Promise<MissingScopeError | MissingRoleError | RoleUnknownError> {
  const { denial, endpoint, organization, grantedScopes, roles } = refused;
  if (organization === null || lacksScope(endpoint.scopes, grantedScopes)) {
    return new MissingScopeError(endpoint, denial);
  }
  try {
    await roles.walk();
  } catch (error) {
    if (!(error instanceof TapError) || error instanceof RunEndError) throw error;
    if (error instanceof AccessDeniedError && isRefusedAlike(endpoint)) return new MissingScopeError(endpoint, denial);
    return new RoleUnknownError({ organization, denial, cause: error });
  }
  if (roles.administers(organization)) return new MissingScopeError(endpoint, denial);
  return new MissingRoleError({ organization, held: roles.describe(organization), cause: denial });
}

/** Whether the known scopes, or the role, explain a 403. Asks organizationAcls as `explainDenial` does. */
export async function explainsDenial(refused: Denial): Promise<boolean> {
  if (lacksScope(refused.endpoint.scopes, refused.grantedScopes)) return true;
  return (await explainDenial(refused)) instanceof MissingRoleError;
}

/** Whether the endpoint accepts the same scopes as organizationAcls. */
const isRefusedAlike = ({ scopes }: Endpoint): boolean =>
  scopes.some((scope) => ORGANIZATION_ACLS.scopes.includes(scope));

/**
 * Whether an error is only a warning for these streams. Streams that many apps cannot access are off by default, and a
 * refusal of these is no failure.
 */
export function isWarningOnly(error: TapError, streams: readonly Tolerance[]): boolean {
  const blamed = streams.filter(({ neverFails }) => !neverFails);
  if (streams.length > 0 && blamed.length === 0) return true;
  return isRefusal(error) && blamed.every(({ selectedByDefault }) => !selectedByDefault);
}

/** The facts that decide whether a stream's fault fails the run. */
export interface Tolerance {
  readonly selectedByDefault: boolean;
  readonly neverFails?: true | undefined;
}

/** 403, 404 and 410. */
export function isRefusal(error: TapError): boolean {
  return REFUSALS.some((kind) => error instanceof kind);
}

const REFUSALS = [MissingScopeError, MissingRoleError, RoleUnknownError, AccessDeniedError, NotFoundError];
