import { compileRecordEncoder } from './encode.js';
import type { Flattening } from '../config/config.js';
import { flattenSchema } from './flatten.js';
import type { Unexpected } from './additional-fields.js';
import type { Output } from './output.js';
import type { StreamSchema } from './schema.js';
import type { StateValue } from './state.js';

/** What SCHEMA announces about a stream. */
export interface StreamAnnouncement {
  readonly name: string;
  /** Everything the stream can have. */
  readonly fullSchema: StreamSchema;
  /** What the user selected. */
  readonly schema: StreamSchema;
  readonly keyProperties: readonly string[];
  /** Empty for full table streams. */
  readonly bookmarkProperties: readonly string[];
  /** Left out or null: nested objects stay as they are. */
  readonly flattening?: Flattening | null;
}

/** Writes the messages of one stream: its SCHEMA once, then its RECORDs. */
export interface StreamWriter {
  readonly name: string;
  /** Records written so far. */
  readonly count: number;
  announce(): Promise<void> | undefined;
  /**
   * Returns a promise only when the reader has to be waited for, so that a record costs no promise. A row that lacks a
   * valid key is not written, and `onUnkeyed` is called.
   */
  write(row: Readonly<Record<string, unknown>>, timeExtracted: string): Promise<void> | undefined;
}

export interface StreamWriterOptions {
  readonly output: Output;
  readonly onUnexpected: (unexpected: Unexpected) => void;
  /** Called for a row that lacks a valid key and cannot be written. */
  readonly onUnkeyed: () => void;
}

/** @throws OutputEnd from every method of the writer, once the output accepts no more */
export function createStreamWriter(
  stream: StreamAnnouncement,
  { output, onUnexpected, onUnkeyed }: StreamWriterOptions,
): StreamWriter {
  const encode = compileRecordEncoder({ ...stream, schema: stream.fullSchema, selected: stream.schema, onUnexpected });
  const head = `{"type":"RECORD","stream":${JSON.stringify(stream.name)},"record":`;
  let announced = false;
  let count = 0;

  const announce = (): Promise<void> | undefined => {
    if (announced) return undefined;
    announced = true;
    return output.write(schemaLine(stream));
  };

  return {
    name: stream.name,
    announce,
    write(row, timeExtracted) {
      const text = encode(row);
      if (text === null) {
        onUnkeyed();
        return undefined;
      }
      // If the reader is gone, the write below shows it again.
      announce()?.catch(() => {});
      count++;
      return output.write(`${head}${text},"time_extracted":"${timeExtracted}"}\n`);
    },
    get count() {
      return count;
    },
  };
}

function schemaLine({ name, schema, keyProperties, bookmarkProperties, flattening }: StreamAnnouncement): string {
  return `${JSON.stringify({
    type: 'SCHEMA',
    stream: name,
    schema: flattening ? flattenSchema(schema, flattening) : schema,
    key_properties: keyProperties,
    ...(bookmarkProperties.length > 0 && { bookmark_properties: bookmarkProperties }),
  })}\n`;
}

export function stateLine(value: StateValue): string {
  return `${JSON.stringify({ type: 'STATE', value })}\n`;
}
