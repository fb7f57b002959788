/** Runs programs that use asyncio/web.hpp in Chromium, beside a server for them. */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { RunResult } from '../api/types.ts';
import { hostUrl, openBlankPage, type BlankPage } from './browser.ts';
import { build } from './support.ts';
import { serveWeb, type WebServer } from './web-server.ts';

let blank: BlankPage;
export let server: WebServer;

/** For the tests of the file that calls it. */
export function useBrowserAndServer(): void {
  before(async () => {
    server = await serveWeb();
    blank = await openBlankPage();
  });
  after(async () => {
    await blank?.close();
    server?.close();
  });
}

const prelude = `
  #include <asyncio/web.hpp>
  namespace web = asyncio::web;
  using asyncio::Coro;
  /** Awaits a coroutine that is to fail. */
  template <class T> Coro<void> fails(Coro<T> coroutine) {
    auto result = co_await asyncio::capture(std::move(coroutine));
    std::println("{}", asyncio::detail::describe(result.exception()));
  }
  Coro<void> program();
  int main() { asyncio::run(program()); }
`;

export interface WebRun {
  clock?: 'real' | 'virtual';
  /** Instead of the server's. */
  baseUrl?: string;
  /** Sockets without a server, which say when they are closed. Nothing leaves them before something is fetched; `never`
   * does not open at all. */
  stuckSockets?: boolean;
}

/** Runs what `program` awaits in its body, with relative addresses leading to the server. */
export async function runWeb(body: string, options: WebRun = {}): Promise<RunResult & { stdout: string }> {
  const bytes = await build(`${prelude} Coro<void> program() { ${body} }`);
  return blank.page.evaluate(runInPage, {
    module: Buffer.from(bytes).toString('base64'),
    hostUrl,
    baseUrl: server.url,
    clock: 'real' as const,
    stuckSockets: false,
    ...options,
  });
}

/** The lines of a program that ends well. */
export async function linesOf(body: string, options: WebRun = {}): Promise<string[]> {
  const { stdout, failure } = await runWeb(body, options);
  assert.deepEqual([failure, stdout], [undefined, stdout]);
  return stdout.split('\n').slice(0, -1);
}

async function runInPage({
  module,
  hostUrl,
  baseUrl,
  clock,
  stuckSockets,
}: Required<WebRun> & { module: string; hostUrl: string }): Promise<RunResult & { stdout: string }> {
  const { runProgram, Refused } = (await import(hostUrl)) as typeof import('../run/host.ts');
  class StuckSocket {
    readonly readyState = WebSocket.OPEN;
    readonly protocol = '';
    bufferedAmount = 0;
    onopen: (() => void) | null = null;
    constructor(url: string) {
      if (!url.endsWith('/never')) queueMicrotask(() => this.onopen?.());
    }
    send(data: string): void {
      this.bufferedAmount += data.length;
    }
    close(): void {
      stdout += 'closed\n';
    }
  }
  let stuck: StuckSocket | undefined;
  let stdout = '';
  const result = await runProgram({
    module: Uint8Array.from(atob(module), (character) => character.charCodeAt(0)),
    clock,
    network: {
      baseUrl,
      fetch: async ({ url, method, headers, body, place }, signal) => {
        if (stuck) stuck.bufferedAmount = 0;
        if (new URL(url).pathname === '/secret') throw new Refused(`not for programs, as ${place} asks`);
        const response = await fetch(url, { method, headers, signal, ...(body.length > 0 ? { body } : {}) });
        return {
          status: response.status,
          statusText: response.statusText,
          url: response.url,
          headers: [...response.headers],
          body: async () => new Uint8Array(await response.arrayBuffer()),
        };
      },
      connect: (url, protocols) => {
        if (new URL(url).pathname === '/secret') throw new Refused('not for programs');
        return stuckSockets ? ((stuck = new StuckSocket(url)) as unknown as WebSocket) : new WebSocket(url, protocols);
      },
    },
    onOutput: (_stream, text) => (stdout += text),
  });
  return { ...result, stdout };
}
