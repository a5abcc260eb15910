import { programOf } from '../tools/environment.js';
import { runProgram } from '../support/program.js';

/** The texts are safe to evaluate: a target wrote them from the sandbox's answers. */
const SCRIPT = `
import json, sys
names = {"__builtins__": {}, "Decimal": float, "true": True, "false": False, "null": None}
print(json.dumps([eval(text, names) for text in json.load(sys.stdin)]))
`;

/** The values of texts in Python's `repr` or JSON, by text: targets write nested values in CSV in one or the other. */
export async function readLiterals(texts: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
  const distinct = [...new Set(texts)].filter((text) => text !== '');
  if (distinct.length === 0) return new Map();
  const python = programOf('meltanolabs-csv', 'python');
  const { stdout, stderr, exitCode } = await runProgram(python, {
    args: ['-c', SCRIPT],
    input: JSON.stringify(distinct),
  });
  if (exitCode !== 0) throw new Error(`Python cannot read what Python wrote: ${stderr}`);
  const values = JSON.parse(stdout) as unknown[];
  return new Map(distinct.map((text, index) => [text, values[index]]));
}
