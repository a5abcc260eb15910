import type { ConfigFault, Given } from './given.js';
import { FileFault } from '../errors.js';
import { isObject } from '../json-object.js';

interface FileRequest {
  readonly path: string;
  readonly readFile: (path: string) => Promise<string>;
  /** Receives the faults of the file itself. */
  readonly faults: ConfigFault[];
}

/** The settings in a JSON file, with those inside `credentials` as `credentials.x`; none if the file has a fault. */
export async function readConfigFile({ path, readFile, faults }: FileRequest): Promise<readonly Given[]> {
  const reject = (message: string, where = path): [] => {
    faults.push({ path: where, message });
    return [];
  };

  let text: string;
  try {
    text = await readFile(path);
  } catch (error) {
    if (error instanceof FileFault) return reject(error.message);
    const code = errorCode(error);
    if (code === undefined) throw error;
    return reject(READ_FAULTS[code] ?? `cannot be read (${code})`);
  }

  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    // The parser's own message quotes the text around the fault, which may be a token.
    const { placeOfFault } = await import('../json-place.js');
    return reject(`must be a JSON file: it is not valid JSON at ${placeOfFault(text)}`);
  }
  if (!isObject(content)) return reject('must hold one JSON object');

  return Object.entries(content).flatMap(([key, value]) => {
    if (key !== 'credentials') return [{ path: key, value, place: path }];
    if (value === null) return [];
    if (!isObject(value)) return reject('must be an object', key);
    return Object.entries(value).map(([inner, each]) => ({ path: `${key}.${inner}`, value: each, place: path }));
  });
}

const READ_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EISDIR: 'is a directory: it must be a file',
  EACCES: 'cannot be read: permission denied',
};

function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
