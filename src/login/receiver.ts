import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isAnswer } from './consent.js';
import { PortError } from './errors.js';
import { PAGE_HEADERS, PAGES } from './pages.js';

/** What the browser brought from the consent page. */
export interface Arrival {
  readonly query: URLSearchParams;
  /** Shows the final page; resolves when it has been sent, or the browser is gone. */
  answer(status: number, page: string): Promise<void>;
}

/** Waits on the loopback interface for the browser to come back. */
export interface Receiver {
  /** Must be registered in the app. */
  readonly redirectUrl: string;
  /** The first arrival; any other request is rejected. */
  readonly arrival: Promise<Arrival>;
  close(): void;
}

/** LinkedIn's portal is known to accept `localhost` without TLS; the name may mean either address. */
const NAME = 'localhost';
const ADDRESSES = ['127.0.0.1', '::1'] as const;
const PATH = '/callback';

/** @throws PortError */
export async function listenForConsent(port: number): Promise<Receiver> {
  let arrive!: (arrival: Arrival) => void;
  const arrival = new Promise<Arrival>((resolve) => {
    arrive = resolve;
  });
  const servers: Server[] = [];
  const close = (): void => {
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  };
  let bound = port;
  const listener = (request: IncomingMessage, response: ServerResponse): void => receive(request, response);
  try {
    for (const address of ADDRESSES) {
      const server = await listen({ address, port: bound, listener });
      if (server === null) continue;
      servers.push(server);
      ({ port: bound } = server.address() as AddressInfo);
    }
  } catch (error) {
    close();
    throw new PortError(port, error as NodeJS.ErrnoException);
  }
  const host = `${NAME}:${bound}`;

  function receive({ method, url = '/', headers }: IncomingMessage, response: ServerResponse): void {
    // A foreign page whose name resolves to this machine must not reach us (DNS rebinding).
    if (headers.host !== host) return show(response, 400, PAGES.foreign);
    if (method !== 'GET') return show(response, 405, PAGES.notFound);
    const { pathname, searchParams: query } = new URL(url, `http://${host}`);
    if (pathname !== PATH || !isAnswer(query)) return show(response, 404, PAGES.notFound);
    arrive({
      query,
      answer: (status, page) =>
        new Promise((resolve) => {
          response.once('close', resolve);
          show(response, status, page);
        }),
    });
  }

  return { redirectUrl: `http://${host}${PATH}`, arrival, close };
}

function show(response: ServerResponse, status: number, page: string): void {
  response.writeHead(status, PAGE_HEADERS).end(page);
}

interface Listening {
  readonly address: string;
  readonly port: number;
  readonly listener: (request: IncomingMessage, response: ServerResponse) => void;
}

/** null: this machine has no such address. */
async function listen({ address, port, listener }: Listening): Promise<Server | null> {
  const server = createServer(listener);
  return await new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve(null);
      else reject(error);
    });
    server.listen(port, address, () => resolve(server));
  });
}
