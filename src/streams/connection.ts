import { ADDITIONAL_FIELDS } from '../singer/encode.js';
import type { PropertySchema, StreamSchema } from '../singer/schema.js';
import type { Stream } from './entry.js';

/** The column that names the configuration a record came from. */
export const CONNECTION = 'connection';

const COLUMN: PropertySchema = {
  type: 'string',
  description: 'Name of the configuration that the record came from (the setting connection_name).',
};

/** The stream with the column in its schema, whatever is selected: a setting adds it, and no catalog knows it. */
export function withConnection<Selected extends Stream & { readonly selectedSchema: StreamSchema }>(
  stream: Selected,
): Selected {
  return { ...stream, schema: addColumn(stream.schema), selectedSchema: addColumn(stream.selectedSchema) };
}

function addColumn(schema: StreamSchema): StreamSchema {
  const { [ADDITIONAL_FIELDS]: rest, ...properties } = schema.properties;
  return { ...schema, properties: { ...properties, [CONNECTION]: COLUMN, ...(rest && { [ADDITIONAL_FIELDS]: rest }) } };
}
