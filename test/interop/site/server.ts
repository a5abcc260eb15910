import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Serves the files of a folder on the loopback address for the tests of the describe block; returns the URL. */
export function useFiles(folder: string): () => string {
  let server: Server | undefined;
  before(async () => {
    server = createServer(({ url = '/' }, response) => {
      const path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname));
      const file = path.endsWith('/') ? `${path}index.html` : extname(path) === '' ? `${path}.html` : path;
      try {
        const content = readFileSync(join(folder, file));
        response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/plain' }).end(content);
      } catch {
        response.writeHead(404).end();
      }
    });
    await new Promise<void>((resolve) => void server!.listen(0, '127.0.0.1', resolve));
  });
  after(() => {
    server?.close();
    server?.closeAllConnections();
  });
  return () => `http://127.0.0.1:${(server!.address() as AddressInfo).port}`;
}
