import { readFile, realpath } from 'node:fs/promises';
import { applyEdits, modify, type FormattingOptions } from 'jsonc-parser';
import { TapError } from '../errors.js';
import { isObject } from '../json-object.js';
import { replaceFile } from '../replace-file.js';
import { decodeText, encodeText, withoutMark } from '../text-file.js';
import { parseAuthMethod } from './credentials.js';
import { AUTH_METHOD } from './schema.js';

export interface Tokens {
  readonly accessToken: string;
  /** null: none. The file's old one is removed, because it would be tried first. */
  readonly refreshToken: string | null;
}

export class StoreError extends TapError {
  constructor(path: string, cause: unknown) {
    const code = (cause as NodeJS.ErrnoException | null)?.code;
    const why = code ?? (cause instanceof Error ? cause.message : String(cause));
    super('CONFIG_NOT_STORED', `The tokens could not be stored in ${path}: ${why}.`, {
      hint: 'Make the file and its folder writable, then run login again.',
      cause,
    });
  }
}

/**
 * Writes tokens into a config file. Everything else in it keeps its value, its spelling and its place; lines next to
 * new ones may be reformatted. The file is replaced in one step and is readable only by its owner (0600). A link stays
 * a link, and its target is replaced.
 *
 * @throws StoreError
 */
export async function storeTokens(path: string, tokens: Tokens): Promise<void> {
  try {
    const target = await realpath(path);
    const { text, encoding } = decodeText(await readFile(target));
    await replaceFile(target, encodeText({ text: setTokens(text, tokens), encoding }));
  } catch (error) {
    throw new StoreError(path, error);
  }
}

/** The text of a config file with the tokens in it, each where the file had it: as a setting, or in `credentials`. */
export function setTokens(text: string, { accessToken, refreshToken }: Tokens): string {
  const before = withoutMark(text);
  const mark = text.slice(0, text.length - before.length);
  const content: unknown = JSON.parse(before);
  if (!isObject(content)) throw new TypeError('it does not hold a JSON object');
  const nested = isObject(content['credentials']) ? content['credentials'] : null;
  const formattingOptions = detectFormat(before);
  const put = (json: string, path: readonly string[], value: string | undefined): string =>
    applyEdits(json, modify(json, [...path], value, { formattingOptions }));

  let after = before;
  for (const [name, value] of [
    ['access_token', accessToken],
    ['refresh_token', refreshToken ?? undefined],
  ] as const) {
    // A setting's own name wins over the one inside `credentials`, so it must not keep an old value.
    const isInside = nested !== null && (name in nested || !(name in content));
    if (isInside && (value !== undefined || name in nested)) after = put(after, ['credentials', name], value);
    if ((!isInside || name in content) && (value !== undefined || name in content)) after = put(after, [name], value);
  }
  const method = refreshToken === null ? 'access_token' : 'oauth2.0';
  const [outer, inner] = AUTH_METHOD.split('.') as [string, string];
  const told = nested && parseAuthMethod(nested[inner]);
  // Airbyte's config says which of its credentials to use.
  if (told && told !== method) after = put(after, [outer, inner], method === 'oauth2.0' ? 'oAuth2.0' : method);
  return mark + after;
}

/** The file's indentation, for new lines. */
function detectFormat(json: string): FormattingOptions {
  const [, lineBreak = '\n', indent = '  '] = /^\s*\{[ \t]*(\r?\n)([ \t]*)/.exec(json) ?? [];
  return { eol: lineBreak, insertSpaces: !indent.startsWith('\t'), tabSize: Math.max(indent.length, 1) };
}
