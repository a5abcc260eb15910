import { PAGE_SIZES, requestRoles } from '../linkedin/request-builders.js';
import type { LinkedInClient } from '../linkedin/client.js';
import { paginate } from '../linkedin/paging.js';
import type { ApiRequest } from '../linkedin/api-request.js';
import { organizationId, organizationUrn } from '../linkedin/urn.js';
import type { Element } from '../streams/entry.js';

/** One role of the token's member on one organization. */
export interface Role {
  /** `urn:li:organization:N`, or LinkedIn's own text if it is not such a URN. */
  readonly organization: string;
  readonly organizationId: number;
  readonly element: Element;
  readonly receivedAt: number;
}

/** The roles of the token's member, walked at most once per run. */
export class Roles {
  readonly #client: LinkedInClient;
  /** The member's roles on each organization, for instance `ADMINISTRATOR (APPROVED)`. */
  readonly #held = new Map<string, string[]>();
  #walk: Promise<void> | null = null;

  constructor(client: LinkedInClient) {
    this.#client = client;
  }

  /** Walks the roles and passes each new one to `visit`; after the first time, it only waits for that walk. */
  walk(visit: (role: Role) => Promise<void> | undefined = () => undefined): Promise<void> {
    this.#walk ??= this.#load(visit);
    return this.#walk;
  }

  /** Every organization where the member has a role of any kind and state, in LinkedIn's order. */
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

  /** The member's roles on the organization; empty: none, or unknown. */
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

/** The stream that the walk's calls are counted for, whichever stream needs it. */
export const ROLES_TAG = 'organization_acls';

const requestPage = (start: number): ApiRequest => ({ ...requestRoles(start), stream: ROLES_TAG });

const ADMINISTRATOR = 'ADMINISTRATOR (APPROVED)';

const wordOf = (value: unknown): string => (typeof value === 'string' ? value : 'unknown');

/** The legacy resource and parts of the documentation say `organizationTarget` or `organizationalTarget`. */
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
