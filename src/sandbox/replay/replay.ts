import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { RecordedCall } from '../../recorded.js';
import { listenHere } from '../http/listen.js';
import { readTape, type Tape } from './tape.js';

/** A server that answers from a recording. */
export interface Replay {
  readonly url: string;
  /** Settings with which the tap asks what it asked when it was recorded. */
  readonly config: object;
  /** The same with client credentials in place of an access token. */
  readonly oauthConfig: object;
  close(): Promise<void>;
}

const ACCESS_TOKEN = 'AQX-replayed-access-token';
const GRANT_PATH = '/oauth/v2/accessToken';

/**
 * Serves a folder that `--record` has made, on 127.0.0.1. What is in its files comes, whatever a user has made of them;
 * a call that is in none is a 404 that says so. Tokens are not looked at.
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

/** What is not in the recording: a token, which none may hold, or nothing. */
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
