/** A server for programs that use asyncio/web.hpp. It answers when it is told to, so that no test has to wait. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';

/** Something that happens once; whoever comes later finds that it has. */
class Moment {
  readonly happened: Promise<void>;
  happen: () => void = () => {};

  constructor() {
    this.happened = new Promise((resolve) => (this.happen = resolve));
  }
}

export interface WebServer {
  /** Ends with a slash. */
  url: string;
  /** Resolves when the peer has given up the request to `/held` or `/half` of that name, or closed its socket. */
  left(name: string): Promise<void>;
  close(): void;
}

export async function serveWeb(): Promise<WebServer> {
  const moments = new Map<string, Moment>();
  const moment = (name: string): Moment => {
    const found = moments.get(name) ?? new Moment();
    moments.set(name, found);
    return found;
  };
  const server = createServer((request, response) => void answer(request, response, moment));
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket, request) => serveSocket(socket, request.url ?? '', moment));
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    left: (name) => moment(`left ${name}`).happened,
    close: () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      server.close();
      server.closeAllConnections();
    },
  };
}

type Moments = (name: string) => Moment;

async function answer(request: IncomingMessage, response: ServerResponse, moment: Moments): Promise<void> {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Allow-Headers', '*');
  response.setHeader('Access-Control-Allow-Methods', '*');
  response.setHeader('Access-Control-Expose-Headers', '*');
  const [, what = '', name = ''] = (request.url ?? '').split('/');
  if (request.method === 'OPTIONS') return void response.end();
  switch (what) {
    case 'hello':
      response.setHeader('X-Greeting', 'hi');
      return void response.end('\u{feff}Grüße');
    case 'bytes':
      return void response.end(Buffer.from([0, 255, 254, 10]));
    case 'echo':
      return void response.end(`${request.method} ${String(request.headers['x-name'])} ${await bodyOf(request)}`);
    case 'moved':
      return void response.writeHead(302, { Location: '/hello' }).end();
    case 'broken':
      return void response.destroy();
    // Neither is answered, or to its end, before `/release`.
    case 'held':
    case 'half':
      response.on('close', () => moment(`left ${name}`).happen());
      if (what === 'half') response.write('half');
      moment(`arrived ${name}`).happen();
      await moment(`release ${name}`).happened;
      return void response.end(name);
    case 'release':
      moment(`release ${name}`).happen();
      return void response.end();
    case 'arrived':
    case 'left':
      await moment(`${what} ${name}`).happened;
      return void response.end();
    default:
      return void response.writeHead(404).end('nothing here');
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('hex');
}

function serveSocket(socket: WebSocket, url: string, moment: Moments): void {
  const [, what = '', name = ''] = url.split('/');
  socket.on('close', () => moment(`left ${name}`).happen());
  moment(`arrived ${name}`).happen();
  switch (what) {
    case 'echo':
      socket.on('message', (data, binary) => socket.send(data as Buffer, { binary }));
      break;
    case 'talk':
      socket.send('one');
      socket.send(Buffer.from([2, 0, 2]));
      socket.send('');
      socket.close(4001, 'enough');
      break;
    // Says one thing when `/release` comes.
    case 'held':
      void moment(`release ${name}`).happened.then(() => socket.send('released'));
      break;
    // Breaks off when it hears something.
    case 'cut':
      socket.on('message', () => socket.terminate());
      break;
  }
}
