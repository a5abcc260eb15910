/** What the package offers to programs: the stream table, its record types, the errors, and the tap as a function. */
export { main } from './cli/main.js';
export type { ProcessIo } from './cli/process-io.js';
export { ERROR_CODES, TapError, type ErrorCode } from './errors.js';
export type * from './generated/records.js';
export type { StreamEntry } from './streams/entry.js';
export { STREAM_TABLE } from './streams/table.js';
