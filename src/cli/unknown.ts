import type { Argv } from 'yargs';
import { nearest } from '../nearest.js';
import { quote } from '../quote.js';

/** Share of a name's distinct characters that its nearest name must exceed to be proposed. */
const FEWEST_ALIKE = 0.5;
const LONGEST_SHOWN = 60;

/**
 * Explains what yargs does not know, and proposes the known option or command that was probably meant. Null: the
 * message is about something else. @see yargs, `strict`
 */
export function describeUnknown(
  message: string,
  { argv, parser, commands }: { argv: readonly string[]; parser: Argv; commands: readonly string[] },
): string | null {
  const [, list] = /^Unknown (?:arguments?|commands?): ([^]*)$/.exec(message) ?? [];
  if (list === undefined) return null;
  // It also reports the same option in camel case, which nobody has typed.
  const options = argv.filter((each) => /^--?[^-\d]/.test(each)).map((each) => each.replace(/=[^]*$/, ''));
  const unknown = list.split(', ');
  const [option] = options.filter((each) => unknown.includes(each.replace(/^-+/, '')));
  if (option !== undefined) {
    const near = alike(option.replace(/^-+/, ''), optionsOf(parser));
    return `Unknown option ${quote(option, LONGEST_SHOWN)}${near === undefined ? '' : `; the nearest is --${near}`}`;
  }
  const stray = unknown.find((each) => argv.includes(each)) ?? unknown[0]!;
  const near = argv[0] === stray ? alike(stray, commands) : undefined;
  const hint = near === undefined ? 'a file follows its option, as in --config FILE' : `the nearest command is ${near}`;
  return `Unexpected argument ${quote(stray, LONGEST_SHOWN)}; ${hint}`;
}

function alike(name: string, known: readonly string[]): string | undefined {
  const near = nearest(name, known);
  if (near === undefined) return undefined;
  const shared = [...new Set(name)].filter((character) => near.includes(character)).length;
  return shared / new Set(name).size > FEWEST_ALIKE ? near : undefined;
}

/** The command's options as they are typed; yargs provides them, but its types do not show it. */
function optionsOf(parser: Argv): string[] {
  const { key } = (parser as Argv & { getOptions(): { key: Readonly<Record<string, unknown>> } }).getOptions();
  return Object.keys(key).filter((name) => name.length > 1 && name !== 'properties');
}
