/** Objects that only wrap a stream's numbers: their names would say nothing in a column name. */
const WRAPPERS = new Set(['totalShareStatistics', 'followerGains', 'followerCounts', 'views', 'clicks']);

/** PostgreSQL truncates longer names. */
const LONGEST = 63;

/** The columns of a stream's staging model: one per property that has no properties of its own. */
export function fileColumns({ name: stream, schema }) {
  const columns = [...leaves(schema.properties)].map(({ path, property }) => ({
    column: columnName(path),
    path,
    kind: kindOf(property),
    description: property.description ?? '',
  }));
  refuse(stream, columns);
  return columns;
}

function* leaves(properties, above = []) {
  for (const [name, property] of Object.entries(properties)) {
    // The same instants have columns of their own.
    if (name === 'timeRange') continue;
    const path = [...above, name];
    if (property.properties) yield* leaves(property.properties, path);
    else yield { path, property };
  }
}

function columnName(path) {
  const [first, ...rest] = path;
  const [section, counter] = rest;
  if (first === 'views') return `${snake(section)}${counter === 'uniquePageViews' ? '_unique' : ''}`;
  return (WRAPPERS.has(first) ? rest : path).map(snake).join('_');
}

const snake = (name) => name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

function kindOf({ type, format }) {
  const [one] = [type].flat().filter((each) => each !== 'null');
  if (one === 'string') return format === 'date-time' ? 'timestamp' : format === 'date' ? 'date' : 'text';
  return one === 'object' || one === 'array' ? 'json' : one;
}

function refuse(stream, columns) {
  const names = columns.map(({ column }) => column);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`${stream} would have two columns ${twice}.`);
  const long = names.find((name) => name.length > LONGEST);
  if (long) throw new Error(`${stream}: ${long} is too long for a column.`);
}
