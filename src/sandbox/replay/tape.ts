import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CALL_FILE, SETTINGS_FILE, type RecordedCall } from '../../recorded.js';
import { isObject, type JsonObject } from '../../json-object.js';

/** What a folder has recorded. */
export interface Tape {
  /** Settings with which it was made. */
  readonly settings: JsonObject;
  /**
   * What came for a call: the first time the first of its recordings, then the next; the last one stays. undefined: it
   * was not recorded.
   */
  take(call: { readonly method: string; readonly url: string; readonly body: string }): RecordedCall | undefined;
}

/** @throws Error that names what is wrong with the folder, or with which file of it */
export function readTape(folder: string): Tape {
  const files = readdirSync(folder).filter((name) => CALL_FILE.test(name));
  if (files.length === 0) throw new Error(`${folder} has no recorded calls.`);
  const queues = new Map<string, RecordedCall[]>();
  for (const name of files.toSorted((one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10))) {
    const call = readCall(join(folder, name));
    const key = keyOf({ ...call.request, body: call.request.body ?? '' });
    queues.set(key, [...(queues.get(key) ?? []), call]);
  }
  return {
    settings: existsSync(join(folder, SETTINGS_FILE)) ? readObject(join(folder, SETTINGS_FILE)) : {},
    take(call) {
      const queue = queues.get(keyOf(call));
      return queue && queue.length > 1 ? queue.shift() : queue?.[0];
    },
  };
}

/** Forms of the OAuth endpoints hold secrets, in a recording none: one is as good as another. */
function keyOf({ method, url, body }: { method: string; url: string; body: string }): string {
  return [method, url, url.startsWith('/oauth/') ? '' : body].join('\n');
}

function readCall(path: string): RecordedCall {
  const { request, answer, broken } = readObject(path);
  const isCall = isObject(request) && typeof request['method'] === 'string' && typeof request['url'] === 'string';
  const isAnswer = isObject(answer) && Number.isInteger(answer['status']);
  if (!isCall || (!isAnswer && typeof broken !== 'string')) {
    throw new Error(
      `${path} is no recorded call: it takes a request with method and url, and an answer with a status.`,
    );
  }
  return {
    request,
    ...(isAnswer && { answer }),
    ...(typeof broken === 'string' && { broken }),
  } as unknown as RecordedCall;
}

function readObject(path: string): JsonObject {
  const text = readFileSync(path, 'utf8');
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch (error) {
    throw new Error(`${path} is not JSON: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  throw new Error(`${path} is no JSON object.`);
}
