import type { RestliMethod } from '../../linkedin/api-request.js';
import { Refusal, refuse, refuseQuery, refuseUnknownParameter } from '../http/answer.js';
import type { WireRequest } from '../http/wire-request.js';
import { decodeText, RestliSyntaxError } from '../restli/grammar.js';
import { parseQuery, type Params } from '../restli/query.js';
import { readText } from '../restli/read.js';
import type { World } from '../world.js';
import type { Action, Call, Resource } from './resource.js';
import { RESOURCES } from './table.js';

/** What could be read from a request. Reading goes as far as possible, so that calls to be refused are logged too. */
export interface Interpretation {
  readonly resource?: Resource;
  readonly method?: RestliMethod;
  readonly organizations: readonly number[];
  /** Why it cannot be answered, or the call and the action that answers it. */
  readonly outcome: Refusal | { readonly call: Call; readonly action: Action };
}

const ALWAYS_ALLOWED = new Set(['q', 'ids', 'fields']);

export function interpret(request: WireRequest, world: World): Interpretation {
  const segments = request.path.split('/').slice(2);
  const found = findResource(segments);
  const organizations: number[] = [];
  if (!found) {
    const outcome = refuse(404, `Resource ${segments[0] ?? ''} does not exist`, { code: 'RESOURCE_NOT_FOUND' });
    return { organizations, outcome };
  }
  const { resource, keys } = found;
  let method: RestliMethod | undefined;
  try {
    const params = readParams(request);
    method = findMethod(resource, keys, params);
    const call: Call = {
      path: request.path,
      query: readQuery(request),
      version: request.path.startsWith('/rest/') ? (request.headers['linkedin-version']?.toString() ?? '') : null,
      keys: keys.map(decodeKey),
      rawKeys: keys,
      params,
    };
    const action = findAction(resource, method, params);
    organizations.push(...(action.listOrganizations?.(call, world) ?? []));
    return { resource, method, organizations, outcome: { call, action } };
  } catch (error) {
    if (error instanceof Refusal) return { resource, ...(method && { method }), organizations, outcome: error };
    throw error;
  }
}

function findResource(segments: readonly string[]): { resource: Resource; keys: string[] } | undefined {
  for (const resource of RESOURCES) {
    const pattern = resource.path.split('/');
    if (segments.length !== pattern.length && segments.length !== pattern.length + 1) continue;
    if (!pattern.every((part, index) => part === '{}' || part === segments[index])) continue;
    return { resource, keys: segments.filter((_, index) => pattern[index] === '{}' || index === pattern.length) };
  }
  return undefined;
}

/** Every read is a GET, or a POST that tunnels a GET (query-tunneling, read 2026-11-22). */
function readQuery({ method, query, headers, body }: WireRequest): string {
  if (method === 'GET') return query;
  const override = headers['x-http-method-override']?.toString().toUpperCase();
  const form = headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
  if (method === 'POST' && override === 'GET' && form) return [query, body].filter(Boolean).join('&');
  throw refuse(405, `Method ${method} is not supported`, { code: 'METHOD_NOT_ALLOWED' });
}

function readParams(request: WireRequest): Params {
  const protocol = request.headers['x-restli-protocol-version'] === '2.0.0' ? '2.0.0' : '1.0.0';
  return parseQuery(readQuery(request), protocol);
}

function findMethod(resource: Resource, keys: readonly string[], params: Params): RestliMethod {
  if (keys.length > resource.path.split('{}').length - 1) return 'GET';
  if (params.values.has('ids')) return 'BATCH_GET';
  return params.values.has('q') ? 'FINDER' : 'GET_ALL';
}

function findAction(resource: Resource, method: RestliMethod, params: Params): Action {
  const finder = method === 'FINDER' ? readText(params, 'q') : undefined;
  const action = resource.actions.find((one) => one.method === method && one.finder === finder);
  if (!action) throw refuseQuery();
  const { required = [], optional = [] } = action;
  for (const name of params.values.keys()) {
    if (!ALWAYS_ALLOWED.has(name) && !required.includes(name) && !optional.includes(name)) {
      throw refuseUnknownParameter(name);
    }
  }
  if (required.some((name) => !params.values.has(name))) throw refuseQuery();
  return action;
}

function decodeKey(raw: string): string {
  try {
    return decodeText(raw);
  } catch (error) {
    if (error instanceof RestliSyntaxError) throw refuse(400, 'Syntax exception in path variables');
    throw error;
  }
}
