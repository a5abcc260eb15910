import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CALL_FILE, SETTINGS_FILE, type RecordedCall } from '../../recorded.js';
import { isObject, type JsonObject } from '../../json-object.js';

/** The contents of a recording. */
export interface Tape {
  /** Settings it was made with. */
  readonly settings: JsonObject;
  /**
   * The answer to a call. Repeated recordings of one call are played in order, and the last one repeats. undefined if
   * the call was not recorded.
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

/** Forms for the OAuth endpoints hold secrets, which a recording leaves out: they all count as the same. */
function keyOf({ method, url, body }: { method: string; url: string; body: string }): string {
  return [method, url, url.startsWith('/oauth/') ? '' : body].join('\n');
}

function readCall(path: string): RecordedCall {
  const { request, answer, broken } = readObject(path);
  const isCall = isObject(request) && typeof request['method'] === 'string' && typeof request['url'] === 'string';
  const isAnswer = isObject(answer) && Number.isInteger(answer['status']);
  if (!isCall || (!isAnswer && typeof broken !== 'string')) {
    throw new Error(
      `${path} is not a recorded call: it needs a request with method and url, and an answer with a status.`,
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
  throw new Error(`${path} is not a JSON object.`);
}
