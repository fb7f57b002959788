/**
 * Serves the built site under a path prefix, as any plain web host would, for as long as the tests run. Beside its files
 * there are WebSockets for programs: `chat` answers the first message and closes, any other says nothing.
 */
import { createReadStream, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WebSocketServer } from 'ws';

const siteDir = fileURLToPath(new URL('../../../dist/', import.meta.url));
/** Where on the host the site is. */
export const prefix = '/some/prefix/';
const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

export function typeOf(extension: string): string {
  return types[extension] ?? 'application/octet-stream';
}

/** The file that an address of the host means, if the site holds one of that name. */
export function fileOf(url: string): string | undefined {
  const { pathname } = new URL(url, 'http://localhost');
  if (!pathname.startsWith(prefix)) return undefined;
  const name = normalize(pathname.slice(prefix.length) || 'index.html');
  if (name.startsWith('..')) return undefined;
  const file = join(siteDir, name);
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true ? file : undefined;
}

export function answer(request: IncomingMessage, response: ServerResponse): void {
  const file = fileOf(request.url ?? '/');
  if (file === undefined) {
    response.writeHead(404).end('not found');
    return;
  }
  response.writeHead(200, {
    'content-type': typeOf(extname(file)),
    'content-length': statSync(file).size,
    'cache-control': 'max-age=600',
  });
  createReadStream(file).pipe(response);
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, 'localhost', () => {
      const address = server.address();
      if (typeof address === 'object' && address !== null) resolve(address.port);
      else reject(new Error('the server has no port'));
    });
  });
}

export function serveSockets(server: Server): void {
  new WebSocketServer({ server }).on('connection', (socket, { url }) => {
    if (url !== `${prefix}chat`) return;
    socket.once('message', (message: Buffer) => {
      socket.send(`${socket.protocol}: ${message.toString()}`);
      socket.close();
    });
  });
}

export default async function serve(): Promise<() => Promise<void>> {
  if (statSync(join(siteDir, 'index.html'), { throwIfNoEntry: false }) === undefined) {
    throw new Error('dist/ holds no site: run `npm run build` first.');
  }
  const server = createServer(answer);
  serveSockets(server);
  const port = await listen(server);
  process.env.SITE_URL = `http://localhost:${port}${prefix}`;
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}
