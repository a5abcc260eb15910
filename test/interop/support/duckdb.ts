import { runProgram } from './program.js';
import { programOf } from '../tools/environment.js';

/** Instants and days are in ISO form, without a zone: UTC. */
const ASK = `
import sys, json, datetime, decimal, duckdb
def plain(value):
    if isinstance(value, (datetime.datetime, datetime.date)): return value.isoformat()
    if isinstance(value, decimal.Decimal): return float(value)
    return str(value)
database = duckdb.connect(sys.argv[1], read_only=sys.argv[2] == 'read')
database.execute("set timezone = 'UTC'")
result = database.execute(sys.stdin.read())
columns = [column[0] for column in result.description or []]
rows = [dict(zip(columns, row)) for row in result.fetchall()]
print(json.dumps({'columns': columns, 'rows': rows}, default=plain))
`;

interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** The result of a statement in a DuckDB file. */
export async function askDuckdb(file: string, statement: string, access: 'read' | 'write' = 'read'): Promise<Answer> {
  const { exitCode, stdout, stderr } = await runProgram(programOf('dbt', 'python'), {
    args: ['-c', ASK, file, access],
    input: statement,
  });
  if (exitCode !== 0) throw new Error(`DuckDB: ${stderr.slice(-2000)}`);
  return JSON.parse(stdout) as Answer;
}
