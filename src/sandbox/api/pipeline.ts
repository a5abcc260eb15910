import { refuse, refuseAccess, Refusal, type Answer } from '../http/answer.js';
import { readBearer, type WireRequest } from '../http/wire-request.js';
import { isObject } from '../../json-object.js';
import { readText, readTexts } from '../restli/read.js';
import type { World } from '../world.js';
import { checkToken } from './check-token.js';
import type { Interpretation } from './interpret.js';
import type { Action, Call, Resource } from './resource.js';

/**
 * Answers one API call. Checks URL length, version, token, quota, wire form, tier, scope, batch size and role, in this
 * order, before it asks the resource. The wire form comes after the quota because LinkedIn counts refused calls too.
 */
export function answerCall(request: WireRequest, interpretation: Interpretation, world: World): Answer {
  const { resource, outcome, organizations } = interpretation;
  checkUrl(request, world);
  checkVersion(request, world);
  checkToken(readBearer(request.headers), world);
  if (resource) world.throttle.count(resource.name);
  if (!resource || outcome instanceof Refusal) throw outcome;
  const { call, action } = outcome;
  const access = nameAccess(resource, action, call);
  if (world.options.tier === 'development' && action.method === 'BATCH_GET') throw refuseAccess(access);
  if (action.scopes.length > 0 && !action.scopes.some((scope) => world.tokens.scopes().includes(scope))) {
    throw refuseAccess(access);
  }
  checkBatch(call, { resource, world });
  const { roles } = action;
  if (roles && !organizations.every((id) => world.hasRole(id, ...roles))) throw refuseAccess(access);
  const json = project(action.handle(limitPages(call, { resource, world }), world), call, action);
  return { status: 200, json: world.options.nextLinks ? json : withoutLinks(json) };
}

function limitPages(call: Call, { resource, world }: { resource: Resource; world: World }): Call {
  const limit = world.options.pageLimit[resource.name] ?? world.options.pageLimit['*'];
  return limit === undefined ? call : { ...call, pageLimit: limit };
}

function withoutLinks(json: unknown): unknown {
  if (!isObject(json) || !isObject(json['paging'])) return json;
  return { ...json, paging: { ...json['paging'], links: [] } };
}

function checkBatch({ params }: Call, { resource, world }: { resource: Resource; world: World }): void {
  const { batchLimit } = world.options;
  const own = batchLimit[resource.name];
  const limits = { ids: own ?? batchLimit['*'], shares: own, ugcPosts: own };
  for (const [name, most = Infinity] of Object.entries(limits)) {
    if (!params.values.has(name) || readTexts(params, name).length <= most) continue;
    throw refuse(400, `No more than ${most} ${name} are allowed`, { code: 'ILLEGAL_ARGUMENT' });
  }
}

function checkUrl({ url }: WireRequest, { options }: World): void {
  if (url.length > options.urlLimit) throw refuse(414, 'Request URI is too long', { code: 'URI_TOO_LONG' });
}

/** Everything under `/rest` needs an active LinkedIn-Version (versioning, read 2026-11-22). */
function checkVersion({ path, headers }: WireRequest, { options }: World): void {
  if (!path.startsWith('/rest/')) return;
  const version = headers['linkedin-version']?.toString();
  if (!version) {
    const message = 'A version must be present. Please specify a version by adding the LinkedIn-Version header.';
    throw refuse(400, message, { code: 'VERSION_MISSING', headers: { 'x-restli-gateway-error': 'true' } });
  }
  if (options.versions.includes(version)) return;
  throw refuse(426, `Requested version ${version}01 is not active`, {
    code: 'NONEXISTENT_VERSION',
    headers: { 'x-restli-gateway-error': 'true' },
  });
}

function nameAccess(resource: Resource, { method, finder }: Action, { version }: Call): string {
  const name = resource.accessName ?? resource.name;
  const what = finder === undefined ? method : `${method}-${finder}`;
  return `Not enough permissions to access: ${name}.${what}.${version === null ? 'NO_VERSION' : `${version}01`}`;
}

/** Keeps only the top-level fields named in `fields`, in each entity of the answer. */
function project(json: unknown, { params }: Call, { method }: Action): unknown {
  const fields = readText(params, 'fields')?.split(',');
  if (!fields || !isObject(json)) return json;
  const keep = (entity: unknown): unknown =>
    isObject(entity)
      ? Object.fromEntries(fields.flatMap((field) => (field in entity ? [[field, entity[field]]] : [])))
      : entity;
  if (method === 'GET') return keep(json);
  if (Array.isArray(json['elements'])) return { ...json, elements: json['elements'].map(keep) };
  const results = Object.entries(isObject(json['results']) ? json['results'] : {});
  return { ...json, results: Object.fromEntries(results.map(([key, entity]) => [key, keep(entity)])) };
}
