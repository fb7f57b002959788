/** A static server for the built site, with the headers that a good host sends. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { isHashed } from './hashed.ts';

export interface Served {
  url: string;
  close(): void;
}

/** Serves a folder on this machine alone, at `port` or the next one that is free. */
export async function serve(dir: string, port: number): Promise<Served> {
  const files = sirv(dir, {
    etag: true,
    gzip: true,
    brotli: true,
    setHeaders: (response, path) => {
      response.setHeader('Cache-Control', isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const server = createServer((request, response) => {
    files(request, response, () => {
      response.statusCode = 404;
      response.end('not found\n');
    });
  });
  await listen(server, port);
  const { port: bound } = server.address() as AddressInfo;
  return { url: `http://localhost:${bound}/`, close: () => server.close() };
}

/** @throws Error when no port from `port` on can be had. */
async function listen(server: Server, port: number): Promise<void> {
  for (let candidate = port; candidate < port + 20; candidate++) {
    if (await tryListen(server, candidate)) return;
  }
  throw new Error(`no port from ${port} on is free: set PORT`);
}

function tryListen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error);
    server.once('error', onError);
    server.listen(port, 'localhost', () => {
      server.off('error', onError);
      resolve(true);
    });
  });
}
