/** A host of its own for one test: it can be taken away, and be given a newer version of the site. Browsers keep nothing of it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { fileOf, prefix, typeOf } from './serve.ts';

export class Host {
  readonly #server: Server;
  /** Files that are other than those of the build. */
  #changed = new Map<string, string>();

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<Host> {
    const host = new Host(
      createServer((request, response) => {
        const file = fileOf(request.url ?? '/');
        if (file === undefined) return response.writeHead(404).end();
        const body = host.#changed.get(file) ?? readFileSync(file);
        return response
          .writeHead(200, { 'content-type': typeOf(extname(file)), 'cache-control': 'no-store' })
          .end(body);
      }),
    );
    await new Promise<void>((resolve) => host.#server.listen(0, 'localhost', resolve));
    return host;
  }

  get url(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}${prefix}`;
  }

  /** The next version has another title. */
  deploy(title: string): void {
    const [index, worker] = ['index.html', 'sw.js'].map((name) => fileOf(prefix + name)) as [string, string];
    const page = readFileSync(index, 'utf8');
    const changed = page.replace(/<title>.*<\/title>/, `<title>${title}</title>`);
    const script = readFileSync(worker, 'utf8').replace(digestOf(page), digestOf(changed));
    const renamed = script.replace(/"version":"\w+"/, `"version":"${title}"`);
    this.#changed = new Map([
      [index, changed],
      [worker, renamed],
    ]);
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
