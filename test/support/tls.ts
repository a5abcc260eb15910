import { request } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { writeTemporary } from './files.js';

/** A host that does not resolve: it can only be reached through a proxy. */
export const HIDDEN_HOST = 'api.linkedin.example';

export interface TlsFront {
  /** Port on the loopback address; the certificate is also for HIDDEN_HOST. */
  readonly port: number;
  /** For NODE_EXTRA_CA_CERTS. */
  readonly certificateFile: string;
  /** The number of requests that came through TLS. */
  readonly requests: () => number;
  close(): void;
}

/** A server with a self-signed certificate that forwards every request to a plain HTTP server. */
export async function startTlsFront(behind: string): Promise<TlsFront> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: HIDDEN_HOST }], {
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: HIDDEN_HOST },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  let requests = 0;
  const server = createServer({ key, cert }, (message, response) => {
    requests++;
    const { method, url = '', headers } = message;
    const inner = request(`${behind}${url}`, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    message.pipe(inner);
  });
  const port = await listen(server);
  return {
    port,
    certificateFile: writeTemporary(cert),
    requests: () => requests,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
