import { MissingRoleError, NoOrganizationError } from '../access/denial.js';
import type { Roles } from '../access/roles.js';
import { outcomeOf } from './run.js';
import type { CheckedStream } from './needs.js';
import { notChecked, type CheckRow } from './row.js';

/** The organizations of a check. */
export interface Pages {
  /** The organizations that a sync would read, in its order. */
  readonly organizations: readonly string[];
  /** Whether the member has the role that statistics need there; true if that is unknown. */
  readonly mayRead: (organization: string) => boolean;
  readonly rows: readonly CheckRow[];
}

export interface PagesQuestion {
  /** Organizations named in the config; empty: the roles decide. */
  readonly named: readonly string[];
  readonly roles: Roles;
  /** Whether LinkedIn sent the roles. */
  readonly areKnown: boolean;
  readonly streams: readonly CheckedStream[];
}

/** Each organization with the member's role, and what that means for the streams that need one. */
export function describePages({ named, roles, areKnown, streams }: PagesQuestion): Pages {
  const dependents = streams.filter(({ source }) => source.endpoint.role !== null);
  const discovers = named.length === 0;
  const organizations = discovers ? roles.administered() : named;
  if (!areKnown) return { organizations, mayRead: () => true, rows: named.map(unknownRow) };

  const mayRead = (organization: string): boolean => roles.administers(organization);
  const rows = (discovers ? roles.organizations() : named).map((organization): CheckRow => {
    const held = roles.describe(organization);
    const row = {
      kind: 'page' as const,
      subject: `role on ${organization}`,
      calls: 0,
      organization,
      streams: dependents.map(({ name }) => name),
    };
    const standing = held.length > 0 ? held.join(', ') : 'none';
    if (mayRead(organization) || dependents.length === 0) return { ...row, result: 'ok', found: standing };
    if (discovers) return { ...row, result: 'ignored', found: `${standing}: not read` };
    return { ...row, ...outcomeOf(new MissingRoleError({ organization, held }), dependents), found: standing };
  });
  if (!discovers || organizations.length > 0) return { organizations, mayRead, rows };
  const none = outcomeOf(new NoOrganizationError(), streams);
  return { organizations, mayRead, rows: [...rows, { kind: 'page', subject: 'pages to read', calls: 0, ...none }] };
}

function unknownRow(organization: string): CheckRow {
  return {
    kind: 'page',
    subject: `role on ${organization}`,
    calls: 0,
    organization,
    ...notChecked('organizationAcls did not say'),
  };
}
