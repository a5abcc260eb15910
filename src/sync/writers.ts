import { createStreamWriter, type StreamWriter } from '../singer/messages.js';
import type { SyncOptions } from './context.js';
import type { Report } from './outcome/report.js';

/** A writer for each stream; what LinkedIn sends beside the schema is said once for each field. */
export function createWriters(
  { config, streams, output, logger }: SyncOptions,
  report: Report,
): Map<string, StreamWriter> {
  return new Map(
    streams.map((stream) => {
      const said = new Set<string>();
      const writer = createStreamWriter(
        {
          name: stream.name,
          fullSchema: stream.schema,
          schema: stream.selectedSchema,
          keyProperties: stream.keyProperties,
          bookmarkProperties: stream.replication.kind === 'incremental' ? [stream.replication.key] : [],
          flattening: config.flattening,
        },
        {
          output,
          onUnexpected({ kind, path }) {
            if (said.has(path)) return;
            said.add(path);
            const what =
              kind === 'unknown field' ? 'a field this version does not know' : 'another type than declared in';
            logger.warning(`${stream.name}: LinkedIn sends ${what} ${path}; it is kept in additional_fields.`, {
              stream: stream.name,
            });
          },
          onUnkeyed: () => report.addUnkeyed(stream.name, stream.keyProperties),
        },
      );
      return [stream.name, writer];
    }),
  );
}
