import type { RestliMethod } from '../../linkedin/api-request.js';
import type { Params } from '../restli/query.js';
import type { World } from '../world.js';

/** One call, read from the wire. */
export interface Call {
  /** Path as sent, without query: next links repeat it. */
  readonly path: string;
  /** Query as sent, or as tunnelled in the body. */
  readonly query: string;
  /** Value of the LinkedIn-Version header; null under `/v2`, which has no versions. */
  readonly version: string | null;
  /** Decoded keys of the path, in its order; that of the entity itself comes last. */
  readonly keys: readonly string[];
  /** The same as sent: a complex key can be read from its raw text only. */
  readonly rawKeys: readonly string[];
  readonly params: Params;
  /** Largest page; 100 where it is left out. */
  readonly pageLimit?: number;
}

/** One thing that can be asked of a resource. */
export interface Action {
  readonly method: RestliMethod;
  /** Of method FINDER: the value of `q`. */
  readonly finder?: string;
  /** Parameters that must, and that may be there; `q`, `ids` and `fields` need no mention. */
  readonly required?: readonly string[];
  readonly optional?: readonly string[];
  /** Any one of them will do; none: every token may. */
  readonly scopes: readonly string[];
  /** Ids of the organizations that a call is about, for the request log, faults and the role check. */
  readonly listOrganizations?: (call: Call, world: World) => readonly number[];
  /** Roles of which the token's member must have one there, approved. */
  readonly roles?: readonly string[];
  /** The JSON of a good answer; a call that cannot have one is refused by throwing a Refusal. */
  readonly handle: (call: Call, world: World) => unknown;
}

/** One resource of LinkedIn's API: an entry of the table. */
export interface Resource {
  readonly name: string;
  /** Path of the collection under `/rest` or `/v2`; `{}` stands for a key: `socialActions/{}/comments`. */
  readonly path: string;
  /** The name LinkedIn's messages use, where it is another. */
  readonly accessName?: string;
  readonly actions: readonly Action[];
}

export const ADMIN_SCOPES = ['rw_organization_admin', 'r_organization_admin'] as const;
export const ADMINISTRATORS = ['ADMINISTRATOR'] as const;
