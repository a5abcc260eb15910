import { TapError } from '../errors.js';
import { quote } from '../quote.js';
import type { ConfigFault, Given } from './given.js';
import { expectedOf } from './schema.js';
import type { Setting } from './schema.js';

/** The configuration cannot be used; lists all its faults, without the value of any secret. */
export class ConfigError extends TapError {
  readonly faults: readonly ConfigFault[];
  /** Warnings from loading: an unknown setting is often the one that is missing. */
  readonly warnings: readonly string[];

  constructor(faults: readonly ConfigFault[], warnings: readonly string[] = []) {
    const [first] = faults;
    const list = faults.map(({ path, message }) => `\n- ${path} ${message}.`).join('');
    super(
      'CONFIG_INVALID',
      faults.length === 1 && first
        ? `The configuration has a fault: ${first.path} ${first.message}.`
        : `The configuration has ${faults.length} faults:${list}`,
      { hint: 'Run tap-linkedin-pages --about to see all settings.' },
    );
    this.faults = faults;
    this.warnings = warnings;
  }
}

const LONGEST_SHOWN = 60;

/** A name or text of the user's, for a message: secrets hidden, shortened, control characters escaped. */
export function quoteSafely(text: string, secrets: Iterable<string>): string {
  let shown = text;
  for (const secret of secrets) shown = shown.replaceAll(secret, '***');
  return quote(shown, LONGEST_SHOWN);
}

export interface Misfit {
  readonly given: Given;
  readonly setting: Setting;
  readonly secrets: Iterable<string>;
  /** The part of the value that does not fit, with its index in a list; left out: the whole value. */
  readonly item?: { readonly index?: number; readonly value: unknown };
}

/** The fault of a value that its setting does not accept. */
export function misfit({ given, setting, secrets, item }: Misfit): ConfigFault {
  const { value } = item ?? given;
  // A URL may hold a password.
  const shown = setting.secret || setting.format === 'uri' ? '' : `, got ${show(value, secrets)}`;
  const remedy =
    setting.type === 'string' && typeof value === 'number' ? ' (a number: put it in quotes)' : describeAddress(value);
  const place = given.place === undefined ? '' : ` (in ${given.place})`;
  return {
    path: item?.index === undefined ? given.path : `${given.path}[${item.index}]`,
    message: `must be ${expectedOf(setting)}${shown}${remedy}${place}`,
  };
}

/** A hint for a page's address in place of its number: people copy it from their browser. */
function describeAddress(value: unknown): string {
  const address =
    typeof value === 'string' ? /linkedin\.com\/(?:company|showcase|school)\/([^/?#\s]+)/i.exec(value) : null;
  if (!address) return '';
  const [, name = ''] = address;
  return /^\d+$/.test(name)
    ? ` (an address: write ${name})`
    : ' (an address: write the number that it shows, between /company/ and /admin, when you open the page as its admin)';
}

function show(value: unknown, secrets: Iterable<string>): string {
  if (typeof value === 'string') return quoteSafely(value, secrets);
  if (typeof value === 'number' || typeof value === 'boolean') return quoteSafely(String(value), secrets).slice(1, -1);
  return Array.isArray(value) ? 'a list' : 'an object';
}
