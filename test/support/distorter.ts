import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { distort, type PlacedChange } from './distort.js';

/** A change to one place in one answer. */
export interface Distortion extends PlacedChange {
  /** Index of the call. */
  readonly call: number;
}

export interface Distorter {
  readonly url: string;
  close(): void;
}

/** A server that forwards calls to another one, and distorts its answers. */
export async function startDistorter(behind: string, distortions: readonly Distortion[]): Promise<Distorter> {
  let calls = 0;
  const server = createServer((message, response) => {
    const call = calls++;
    const { method, url = '', headers } = message;
    const inner = request(`${behind}${url}`, { method, headers: { ...headers, 'accept-encoding': 'identity' } });
    inner.once('response', (answer) => {
      const wanted = distortions.filter((distortion) => distortion.call === call);
      const print = (body: string): void => {
        const { 'content-length': _, ...kept } = answer.headers;
        response.writeHead(answer.statusCode ?? 500, kept);
        response.end(distort(body, wanted));
      };
      text(answer).then(print, () => response.destroy());
    });
    inner.once('error', () => response.destroy());
    message.pipe(inner);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
