import { TapError } from '../errors.js';
import { AccessDeniedError } from '../linkedin/errors.js';
import { ORGANIZATION_ACLS, type Endpoint } from '../linkedin/endpoints.js';
import { lacksScope } from '../linkedin/scopes.js';
import type { Roles } from './roles.js';

/** A 403 for want of a scope, or of the product that grants it. */
export class MissingScopeError extends TapError {
  constructor(endpoint: Endpoint, cause: AccessDeniedError) {
    const lacking =
      endpoint.scopes.length > 0 ? `the scope ${endpoint.scopes.join(' or ')}` : 'the product it belongs to';
    super('SCOPE_MISSING', `${cause.message} The token lacks ${lacking}.`, {
      hint: 'Add it to the app in LinkedIn’s developer portal and authorize again; until the next run it is not asked for again.',
      cause,
    });
  }
}

/** A 403 for want of the role on one organization. */
export class MissingRoleError extends TapError {
  constructor({
    organization,
    held,
    cause,
  }: {
    organization: string;
    held: readonly string[];
    cause: AccessDeniedError;
  }) {
    const standing = held.length > 0 ? `its role there is ${held.join(', ')}` : 'LinkedIn shows no role of it there';
    super(
      'ROLE_MISSING',
      `${cause.message} The member of the token is not an approved ADMINISTRATOR of ${organization}: ${standing}.`,
      {
        hint: 'Have a super admin of the page grant the role, or take the organization out of organization_ids.',
        cause,
      },
    );
  }
}

/**
 * Says what a 403 was for: a scope, when the token is known to lack it or when its member administers the organization
 * all the same; else the role. Asks organizationAcls where nobody did yet: it takes any role, so that a refusal of it
 * tells of a missing scope as well.
 */
export async function explainDenial(at: {
  denial: AccessDeniedError;
  endpoint: Endpoint;
  /** null: the call was about no single one, so that no role can be missing. */
  organization: string | null;
  grantedScopes: ReadonlySet<string> | null;
  roles: Roles;
}): Promise<MissingScopeError | MissingRoleError> {
  const { denial, endpoint, organization, grantedScopes, roles } = at;
  if (organization === null || lacksScope(endpoint.scopes, grantedScopes)) {
    return new MissingScopeError(endpoint, denial);
  }
  let isScope = false;
  try {
    await roles.walk();
    isScope = roles.administers(organization);
  } catch (error) {
    if (!(error instanceof TapError)) throw error;
    isScope = error instanceof AccessDeniedError && isRefusedAlike(endpoint);
  }
  if (isScope) return new MissingScopeError(endpoint, denial);
  return new MissingRoleError({ organization, held: roles.describe(organization), cause: denial });
}

/** Whether the endpoint takes the scopes that organizationAcls takes. */
const isRefusedAlike = ({ scopes }: Endpoint): boolean =>
  scopes.some((scope) => ORGANIZATION_ACLS.scopes.includes(scope));
