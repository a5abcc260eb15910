import { PAGE_SIZES, requestRoles } from '../linkedin/request-builders.js';
import type { LinkedInClient } from '../linkedin/client.js';
import { paginate } from '../linkedin/paging.js';
import type { ApiRequest } from '../linkedin/api-request.js';
import { organizationId, organizationUrn } from '../linkedin/urn.js';
import type { Element } from '../streams/entry.js';

/** One role of the token's member on one organization. */
export interface Role {
  /** `urn:li:organization:N`; as LinkedIn sent it where it is no such URN. */
  readonly organization: string;
  readonly organizationId: number;
  readonly element: Element;
  readonly receivedAt: number;
}

/** The roles of the token's member: walked at most once a run, whoever asks first. */
export class Roles {
  readonly #client: LinkedInClient;
  /** What the member is on each organization, for instance `ADMINISTRATOR (APPROVED)`. */
  readonly #held = new Map<string, string[]>();
  #walk: Promise<void> | null = null;

  constructor(client: LinkedInClient) {
    this.#client = client;
  }

  /** Walks them, each new one through `visit` as it comes; does nothing but wait when they were walked before. */
  walk(visit: (role: Role) => Promise<void> | undefined = () => undefined): Promise<void> {
    this.#walk ??= this.#load(visit);
    return this.#walk;
  }

  /** Every organization where the member has a role, whatever role and state, in LinkedIn's order. */
  organizations(): string[] {
    return [...this.#held.keys()];
  }

  /** Every organization where the member is an approved ADMINISTRATOR, in LinkedIn's order. */
  administered(): string[] {
    return [...this.#held].filter(([, roles]) => roles.includes(ADMINISTRATOR)).map(([organization]) => organization);
  }

  administers(organization: string): boolean {
    return this.describe(organization).includes(ADMINISTRATOR);
  }

  /** What the member is on the organization; empty: nothing, or not known. */
  describe(organization: string): readonly string[] {
    return this.#held.get(organization) ?? [];
  }

  async #load(visit: (role: Role) => Promise<void> | undefined): Promise<void> {
    const seen = new Set<string>();
    for await (const page of paginate<Element>(this.#client, requestPage, { count: PAGE_SIZES.roles })) {
      for (const element of page.body.elements) {
        const role = readRole(element, page.receivedAt);
        const text = JSON.stringify([role.organization, wordOf(element['role']), wordOf(element['roleAssignee'])]);
        if (seen.has(text)) continue;
        seen.add(text);
        const held = `${wordOf(element['role'])} (${wordOf(element['state'])})`;
        this.#held.set(role.organization, [...this.describe(role.organization), held]);
        const wait = visit(role);
        if (wait) await wait;
      }
    }
  }
}

/** The walk counts for the stream that shows the roles, whoever asks for them. */
export const ROLES_TAG = 'organization_acls';

const requestPage = (start: number): ApiRequest => ({ ...requestRoles(start), stream: ROLES_TAG });

const ADMINISTRATOR = 'ADMINISTRATOR (APPROVED)';

const wordOf = (value: unknown): string => (typeof value === 'string' ? value : 'unknown');

/** The legacy resource and some lines of the documentation say `organizationTarget` or `organizationalTarget`. */
function readRole(element: Element, receivedAt: number): Role {
  const target = element['organization'] ?? element['organizationTarget'] ?? element['organizationalTarget'];
  const urn = typeof target === 'string' ? target : '';
  const id = organizationId(urn);
  return {
    organization: id === null ? urn : organizationUrn(id),
    organizationId: id ?? 0,
    element,
    receivedAt,
  };
}
