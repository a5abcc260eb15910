/**
 * The package's API for programs: records as an async iterator, the stream table, the types of its records, the errors,
 * and the tap as a function. The client that calls LinkedIn is private.
 */
export {
  readRecords,
  type ReadOptions,
  type RecordReader,
  type TapRecord,
  type TapSettings,
} from './library/read-records.js';
export { IncompleteError } from './library/errors.js';
export type { LogLine } from './library/log.js';

export { main } from './cli/main.js';
export type { ProcessIo, Signal, Signals } from './cli/process-io.js';

export { ERROR_CODES, InputFaults, TapError, type ErrorCode } from './errors.js';
export { ConfigError } from './config/faults.js';
export { PatternError } from './singer/select.js';
export { StateError } from './singer/state.js';
export { MissingRoleError, MissingScopeError, NoOrganizationError, RoleUnknownError } from './access/denial.js';
export {
  AccessDeniedError,
  AnswerError,
  AuthError,
  BudgetError,
  CallError,
  CertificateError,
  HeaderOverflowError,
  NotFoundError,
  ProxyError,
  RateLimitError,
  RefusedError,
  TokenEndpointError,
  UnansweredError,
  VersionError,
} from './linkedin/errors.js';

export type * from './generated/records.js';
export { STREAM_TABLE } from './streams/table.js';
export type * from './streams/entry.js';
export type { Storage } from './streams/storage.js';
export type { Endpoint } from './linkedin/endpoints.js';
export type { BatchResource } from './linkedin/batch-keys.js';
export type { ApiRequest, RestliMethod } from './linkedin/api-request.js';
export type { TimeWindow } from './linkedin/request-builders.js';
export type { PropertySchema, StreamSchema } from './singer/schema.js';
export type { StateValue } from './singer/state.js';
export type { StreamFault } from './sync/outcome/report.js';
