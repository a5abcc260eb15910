/** The LinkedIn client: it knows nothing of Singer. */
export type { TokenFacts } from './auth.js';
export type { BatchItem, BatchReader, BatchResource } from './batch.js';
export { createBatchReader } from './batch.js';
export type { ClientOptions, LinkedInClient } from './client.js';
export { createClient } from './client.js';
export * from './errors.js';
export type { CallCounts } from './meter.js';
export { paginate } from './paging.js';
export type { ApiAnswer, ApiRequest, Collection, RestliMethod } from './request.js';
export type { RestliValue } from './restli.js';
export { buildQuery, encode, encodeList, encodeRecord } from './restli.js';
export { organizationId, organizationUrn } from './urn.js';
export type { VersionEnd } from './version.js';
export { versionEnd } from './version.js';
