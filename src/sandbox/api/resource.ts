import type { RestliMethod } from '../../linkedin/api-request.js';
import type { Params } from '../restli/query.js';
import type { World } from '../world.js';

/** One call, read from the wire. */
export interface Call {
  /** Path as sent, without the query: next links repeat it. */
  readonly path: string;
  /** Query as sent, or as tunnelled in the body. */
  readonly query: string;
  /** Value of the LinkedIn-Version header; null under `/v2`, which has no versions. */
  readonly version: string | null;
  /** Decoded keys in path order; the entity's own key comes last. */
  readonly keys: readonly string[];
  /** The keys as sent: a complex key can only be read from its raw text. */
  readonly rawKeys: readonly string[];
  readonly params: Params;
  /** Maximum page size, default 100. */
  readonly pageLimit?: number;
}

/** One method or finder of a resource. */
export interface Action {
  readonly method: RestliMethod;
  /** For method FINDER: the value of `q`. */
  readonly finder?: string;
  /** Required and optional parameters; `q`, `ids` and `fields` are always allowed. */
  readonly required?: readonly string[];
  readonly optional?: readonly string[];
  /** Any one of these is enough; if empty, every token may call it. */
  readonly scopes: readonly string[];
  /** Ids of the organizations a call is about, for the request log, faults and the role check. */
  readonly listOrganizations?: (call: Call, world: World) => readonly number[];
  /** The token's member must have one of these roles there, in state APPROVED. */
  readonly roles?: readonly string[];
  /**
   * The JSON of a successful answer.
   *
   * @throws Refusal if there cannot be one
   */
  readonly handle: (call: Call, world: World) => unknown;
}

/** One resource of LinkedIn's API. */
export interface Resource {
  readonly name: string;
  /** Path of the collection under `/rest` or `/v2`; `{}` stands for a key: `socialActions/{}/comments`. */
  readonly path: string;
  /** The name in LinkedIn's messages, if it differs. */
  readonly accessName?: string;
  readonly actions: readonly Action[];
}

export const ADMIN_SCOPES = ['rw_organization_admin', 'r_organization_admin'] as const;
export const ADMINISTRATORS = ['ADMINISTRATOR'] as const;
