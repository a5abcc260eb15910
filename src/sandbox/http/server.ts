import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { answerCall } from '../api/pipeline.js';
import { interpret } from '../api/interpret.js';
import { answerControl } from '../control.js';
import type { Fault } from '../fault-types.js';
import { applyFault, linkOn, withoutStart, type FaultSubject } from '../faults.js';
import { answerOAuth, nameEndpoint } from '../oauth.js';
import { hideSecrets, type LoggedRequest } from '../request-log.js';
import type { World } from '../world.js';
import { Refusal, type Answer } from './answer.js';
import { listenHere, type Listening } from './listen.js';
import { pause, send } from './send.js';
import { readBearer, readRequest, type WireRequest } from './wire-request.js';

/** Node's own limits must not apply before the sandbox's: a long URL gets our 414, and idle connections stay open. */
const SERVER_OPTIONS = { maxHeaderSize: 1 << 20, keepAliveTimeout: 120_000 };

/** Listens on 127.0.0.1 only. */
export async function listen(world: World, port: number): Promise<Listening> {
  const server = createServer(SERVER_OPTIONS, (message, response) => {
    // A client that disconnects is no concern of ours; any other error has been answered.
    answerMessage({ message, response, world }).catch(() => response.destroy());
  });
  return await listenHere(server, port);
}

interface Exchange {
  readonly message: IncomingMessage;
  readonly response: ServerResponse;
  readonly world: World;
}

async function answerMessage({ message, response, world }: Exchange): Promise<void> {
  const request = await readRequest(message);
  const { gzip, integerEngagement, latencyMs } = world.options;
  if (request.path.startsWith('/sandbox/')) {
    const answer = attempt(() => answerControl(request, world));
    await send({ answer, response, gzip: false, integerEngagement });
    return;
  }
  const { entry, subject, answer } = receive(request, world);
  const note = world.log.add(entry);
  const fault = world.faults.take(subject);
  const outcome = attempt(fault?.kind === 'ignore-start' ? startingAnew(request, world) : answer);
  if (latencyMs > 0 && !(await pause(response, latencyMs))) return;
  const accepted = gzip && /\bgzip\b/.test(message.headers['accept-encoding'] ?? '');
  note(
    await send({
      answer: fault ? spoil(outcome, fault, request.url) : outcome,
      response,
      gzip: accepted,
      integerEngagement,
    }),
  );
}

/** Answers as if the first page was asked for. */
function startingAnew(request: WireRequest, world: World): () => Answer {
  const [url, query] = [withoutStart(request.url), withoutStart(`?${request.query}`).slice(1)];
  return receive({ ...request, url, query }, world).answer;
}

function spoil(answer: Answer, fault: Fault, url: string): Answer {
  const spoilt = applyFault(answer, fault);
  return fault.kind === 'ignore-start' || fault.kind === 'endless' ? linkOn(spoilt, url) : spoilt;
}

interface Receipt {
  readonly entry: Omit<LoggedRequest, 'status'>;
  readonly subject: FaultSubject;
  readonly answer: () => Answer;
}

/** Works out what a request is about and what will answer it. */
function receive(request: WireRequest, world: World): Receipt {
  const { method, url, path } = request;
  const { authorization: _, ...headers } = request.headers;
  const bearer = readBearer(request.headers);
  const token = bearer === undefined ? 'none' : (world.tokens.find(bearer)?.label ?? 'unknown');
  const common = { method, url, headers, token };
  if (path.startsWith('/oauth/v2/')) {
    const resource = nameEndpoint(path);
    return {
      entry: { ...common, body: hideSecrets(request.body), resource },
      subject: { resource, organizations: [], methods: [method], url },
      answer: () => answerOAuth(request, world),
    };
  }
  if (!/^\/(rest|v2)\//.test(path)) {
    const answer = { status: 404, text: '' };
    const subject = { resource: null, organizations: [], methods: [method], url };
    return { entry: { ...common, body: request.body, resource: null }, subject, answer: () => answer };
  }
  const interpretation = interpret(request, world);
  const { organizations, method: restliMethod } = interpretation;
  const resource = interpretation.resource?.name ?? null;
  const [organization] = organizations;
  return {
    entry: {
      ...common,
      body: request.body,
      resource,
      ...(organization !== undefined && { organization }),
      ...(restliMethod && { restliMethod }),
    },
    subject: { resource, organizations, methods: [method, restliMethod], url },
    answer: () => answerCall(request, interpretation, world),
  };
}

/** Always gives an answer: an error in the sandbox itself becomes a 500 that says so. */
function attempt(answer: () => Answer): Answer {
  try {
    return answer();
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { status: 500, json: { status: 500, code: 'SANDBOX_FAULT', message } };
  }
}
