import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { RecordedCall } from '../../recorded.js';
import { listenHere } from '../http/listen.js';
import { readTape, type Tape } from './tape.js';

/** A server that answers from a recording. */
export interface Replay {
  readonly url: string;
  /** Settings that make the tap ask what it asked when recorded. */
  readonly config: object;
  /** The same with client credentials instead of an access token. */
  readonly oauthConfig: object;
  close(): Promise<void>;
}

const ACCESS_TOKEN = 'AQX-replayed-access-token';
const GRANT_PATH = '/oauth/v2/accessToken';

/**
 * Serves a folder made by `--record` on 127.0.0.1. Its files are served as they are, even if the user has edited them;
 * a call in none of them gets a 404 that says so. Tokens are not checked.
 *
 * @throws Error that names what is wrong with the folder
 */
export async function startReplay({ folder, port = 0 }: { folder: string; port?: number }): Promise<Replay> {
  const tape = readTape(folder);
  const server = createServer((message, response) => {
    void answer(tape, { message, response }).catch(() => response.destroy());
  });
  const { port: found, close } = await listenHere(server, port);
  const url = `http://127.0.0.1:${found}`;
  const common = { ...tape.settings, api_url: url, oauth_url: `${url}/oauth/v2` };
  return {
    url,
    config: { ...common, access_token: ACCESS_TOKEN },
    oauthConfig: {
      ...common,
      client_id: '77replayedclient',
      client_secret: 'replayed-client-secret',
      refresh_token: 'AQX-replayed-refresh-token',
    },
    close,
  };
}

interface Exchange {
  readonly message: IncomingMessage;
  readonly response: ServerResponse;
}

async function answer(tape: Tape, { message, response }: Exchange): Promise<void> {
  const body = await readText(message);
  const { method = '', url = '' } = message;
  const call = tape.take({ method, url, body }) ?? stand(method, url);
  if (call.broken === 'time-out') return;
  if (!call.answer) {
    response.destroy();
    return;
  }
  const { status, headers, body: json, text = '' } = call.answer;
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(json === undefined ? text : JSON.stringify(json));
}

/** For a call that is not in the recording: a token, since no recording may hold one, or else a 404. */
function stand(method: string, url: string): Pick<RecordedCall, 'answer' | 'broken'> {
  if (url === GRANT_PATH) {
    return { answer: { status: 200, headers: {}, body: { access_token: ACCESS_TOKEN, expires_in: 5_184_000 } } };
  }
  const message = `This call is not in the recording: ${method} ${url}`;
  return { answer: { status: 404, headers: {}, body: { status: 404, code: 'NOT_RECORDED', message } } };
}

async function readText(message: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of message) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}
