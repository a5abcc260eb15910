import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

export interface ConnectProxy {
  /** Without a scheme: `127.0.0.1:40123`. */
  readonly address: string;
  /** The targets of CONNECT in order, with the credentials used. */
  readonly asked: { readonly target: string; readonly authorization: string | undefined }[];
  /** Number of other requests, whose contents the proxy would see. */
  readonly plain: () => number;
  close(): void;
}

/**
 * A proxy that only knows CONNECT, and connects every host to the loopback address. With a `status` other than 200 it
 * answers that instead of connecting; with null, nothing at all.
 */
export async function startProxy({ status = 200 }: { status?: number | null } = {}): Promise<ConnectProxy> {
  const asked: ConnectProxy['asked'] = [];
  const sockets = new Set<Socket>();
  let plain = 0;
  const server = createServer((_message, response) => {
    plain++;
    response.writeHead(400).end();
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).once('close', () => sockets.delete(socket));
  });
  server.on('connect', ({ url = '', headers }, client: Socket) => {
    asked.push({ target: url, authorization: headers['proxy-authorization'] });
    if (status === null) return;
    if (status !== 200) {
      client.end(`HTTP/1.1 ${status} Made Up\r\nContent-Type: text/html\r\n\r\n<html>made-up proxy page</html>`);
      return;
    }
    const target = connect(Number(url.split(':').at(-1)), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      client.pipe(target).pipe(client);
    });
    target.on('error', () => client.destroy());
    client.once('close', () => target.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    plain: () => plain,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
