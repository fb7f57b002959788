/**
 * The two servers of a hostile run: the site's own, with a page behind a cookie beside it, and a thief's, which no program
 * may reach. Both write down what was asked of them.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answer, fileOf, prefix, serveSockets } from '../../e2e/support/serve.ts';

export interface Asked {
  url: string;
  cookie: string | undefined;
  /** A file that the site consists of. */
  own: boolean;
}

/** Words that stand nowhere but behind the cookie. */
export const privateWords = 'words behind a cookie';
export const readersCookie = { name: 'session', value: 'of-the-reader' };

export class Servers {
  readonly siteUrl: string;
  readonly thief: string;
  #asked: Asked[] = [];
  #robbed: string[] = [];
  readonly #servers: readonly Server[];

  private constructor(site: Server, thief: Server) {
    this.#servers = [site, thief];
    this.siteUrl = `http://localhost:${portOf(site)}${prefix}`;
    this.thief = `localhost:${portOf(thief)}`;
    const note = (request: IncomingMessage): void => void this.#asked.push(asked(request));
    site.on('upgrade', note);
    site.on('request', (request: IncomingMessage, response: ServerResponse) => {
      note(request);
      this.#serve(request, response);
    });
    const rob = ({ method, url }: IncomingMessage): void => void this.#robbed.push(`${method} ${url}`);
    thief.on('upgrade', rob);
    thief.on('request', (request: IncomingMessage, response: ServerResponse) => {
      rob(request);
      response.writeHead(200, { 'access-control-allow-origin': '*' }).end('thanks');
    });
  }

  static async start(): Promise<Servers> {
    const site = createServer();
    const thief = createServer();
    await Promise.all([site, thief].map(listen));
    const servers = new Servers(site, thief);
    serveSockets(site);
    return servers;
  }

  /** What came since the last call. */
  taken(): { asked: Asked[]; robbed: string[] } {
    const taken = { asked: this.#asked, robbed: this.#robbed };
    this.#asked = [];
    this.#robbed = [];
    return taken;
  }

  async close(): Promise<void> {
    await Promise.all(
      this.#servers.map((server) => {
        const closed = new Promise((resolve) => server.close(resolve));
        server.closeAllConnections();
        return closed;
      }),
    );
  }

  #serve(request: IncomingMessage, response: ServerResponse): void {
    switch (request.url ?? '') {
      case '/private.json': {
        const known = request.headers.cookie?.includes(readersCookie.value) ?? false;
        response.writeHead(known ? 200 : 401).end(known ? privateWords : 'who are you?');
        return;
      }
      case '/redirect':
        response.writeHead(302, { location: `http://${this.thief}/redirected` }).end();
        return;
      default:
        answer(request, response);
    }
  }
}

function asked({ url = '', headers }: IncomingMessage): Asked {
  return { url, cookie: headers.cookie, own: fileOf(url) !== undefined };
}

async function listen(server: Server): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, 'localhost', resolve);
  });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
