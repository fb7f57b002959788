/** The network as a program in the sandbox has it: every request is the page's to make, or to refuse. */
import { mostRequestBody } from '../../../../wasm/api/shapes.ts';
import type { Network, NetworkRequest, NetworkResponse } from '../../../../wasm/api/types.ts';
import { Refused } from '../../../../wasm/run/host.ts';
import type { NetworkReply, RunReply } from '../../protocol/messages.ts';

/** So many requests are under way at once; further ones wait for their turn here, and cost the page nothing. */
export const mostAtOnce = 4;
/** A program that asks again and again for what is refused is held to so many. */
const mostASecond = 200;

interface Asked {
  id: number;
  request: NetworkRequest;
  resolve(response: NetworkResponse): void;
  reject(error: Error): void;
}

type Send = (message: Extract<RunReply, { kind: 'fetch' | 'abort' | 'connect' }>) => void;

export class PageNetwork implements Network {
  readonly baseUrl: string;
  readonly #run: number;
  readonly #send: Send;
  readonly #waiting: Asked[] = [];
  readonly #underWay = new Map<number, Asked>();
  #lastId = 0;
  /** Since the latest pause. */
  #sent = 0;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(baseUrl: string, run: number, send: Send) {
    this.baseUrl = baseUrl;
    this.#run = run;
    this.#send = send;
  }

  fetch(request: NetworkRequest, signal: AbortSignal): Promise<NetworkResponse> {
    // Here, and not by the page, which would have to take it first.
    if (request.body.length > mostRequestBody)
      return Promise.reject(new Refused(`this page sends at most ${mostRequestBody >> 20} MiB with a request`));
    return new Promise((resolve, reject) => {
      const asked: Asked = { id: ++this.#lastId, request, resolve, reject };
      this.#waiting.push(asked);
      signal.addEventListener('abort', () => this.#abort(asked));
      this.#next();
    });
  }

  connect(url: string, _protocols: string[], place: string): never {
    this.#send({ kind: 'connect', run: this.#run, url, place });
    throw new Refused('this page opens no WebSocket for programs: it would carry the reader’s cookies');
  }

  answered(reply: NetworkReply): void {
    const asked = this.#underWay.get(reply.id);
    if (asked === undefined) return;
    this.#underWay.delete(reply.id);
    this.#next();
    switch (reply.kind) {
      case 'fetched': {
        const { status, statusText, url, headers, body } = reply;
        return asked.resolve({ status, statusText, url, headers, body: () => Promise.resolve(body) });
      }
      case 'fetchFailed':
        return asked.reject(reply.refused ? new Refused(reply.message) : new Error(reply.message));
    }
  }

  #next(): void {
    while (this.#underWay.size < mostAtOnce && this.#waiting.length > 0) {
      if (this.#sent >= mostASecond) return this.#waitForTheNextSecond();
      const asked = this.#waiting.shift();
      if (asked === undefined) return;
      this.#sent += 1;
      this.#underWay.set(asked.id, asked);
      this.#send({ kind: 'fetch', run: this.#run, id: asked.id, request: asked.request });
    }
  }

  #waitForTheNextSecond(): void {
    this.#pause ??= setTimeout(() => {
      this.#pause = undefined;
      this.#sent = 0;
      this.#next();
    }, 1_000);
  }

  #abort(asked: Asked): void {
    const place = this.#waiting.indexOf(asked);
    if (place >= 0) this.#waiting.splice(place, 1);
    if (!this.#underWay.delete(asked.id)) return;
    this.#send({ kind: 'abort', run: this.#run, id: asked.id });
    this.#next();
  }
}
