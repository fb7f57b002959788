/**
 * What programs ask of the network. They run in a sandbox that has none; the page asks for them, if it was granted, and tells
 * the reader. Nothing is granted to begin with.
 */
import { readAll, TooLong } from '../../../../wasm/api/streams.ts';
import type { NetworkRequest } from '../../../../wasm/api/types.ts';
import type { NetworkReply } from '../../protocol/messages.ts';
import { messageOf } from '../../../../wasm/api/errors.ts';

/** A program that keeps to the protocol has no more under way; see the Worker's `page-network.ts`. */
const mostAtOnce = 8;
const mostBodyBytes = 16 << 20;
/** So many requests of a run are listed; later ones are counted. */
const mostListed = 100;
const longestShown = 300;

/** What a program asked for, and what became of it. */
export interface AskedRequest {
  /** Unique; the program's own number may not be. */
  key: number;
  id: number | undefined;
  method: string;
  url: string;
  /** The line that asked. */
  place: string;
  outcome: 'under way' | 'refused' | 'failed' | `${number}`;
}

/** What the latest run asked for. */
export interface Asked {
  /** The only one that can be granted. */
  origin: string;
  /** The first of them. */
  requests: readonly AskedRequest[];
  total: number;
}

export interface ProgramNetworkOptions {
  /** The page's address. */
  baseUrl: string;
  answer(reply: NetworkReply): void;
  onChange(asked: Asked): void;
}

export class ProgramNetwork {
  /** Whether programs may read from the page's own origin. The reader's to say. */
  granted = false;
  readonly #options: ProgramNetworkOptions;
  readonly #underWay = new Map<number, AbortController>();
  #asked: Asked;

  constructor(options: ProgramNetworkOptions) {
    this.#options = options;
    this.#asked = { origin: new URL(options.baseUrl).origin, requests: [], total: 0 };
  }

  /** Another run begins. */
  reset(): void {
    this.dispose();
    this.#tell({ requests: [], total: 0 });
  }

  /** Ends what is under way. */
  dispose(): void {
    for (const abort of this.#underWay.values()) abort.abort();
    this.#underWay.clear();
  }

  abort(id: number): void {
    this.#underWay.get(id)?.abort();
    this.#underWay.delete(id);
  }

  async fetch(run: number, id: number, request: NetworkRequest): Promise<void> {
    const refusal = this.#refusal(request, id);
    this.#list(request, refusal === undefined ? 'under way' : 'refused', id);
    if (refusal !== undefined) {
      return this.#options.answer({ kind: 'fetchFailed', run, id, refused: true, message: refusal });
    }
    const abort = new AbortController();
    this.#underWay.set(id, abort);
    try {
      const answer = await ask(request, abort.signal);
      this.#settle(id, `${answer.status}`);
      this.#options.answer({ kind: 'fetched', run, id, ...answer });
    } catch (error) {
      if (abort.signal.aborted) return;
      this.#settle(id, 'failed');
      this.#options.answer({ kind: 'fetchFailed', run, id, refused: false, message: messageOf(error) });
    }
  }

  /** Lists what the sandbox has refused by itself: a WebSocket. */
  refuse({ url, place }: { url: string; place: string }): void {
    this.#list({ method: 'WebSocket', url, place }, 'refused');
  }

  #refusal({ url }: NetworkRequest, id: number): string | undefined {
    const { origin } = this.#asked;
    if (!URL.canParse(url)) return 'that is no address';
    if (new URL(url).origin !== origin) return `programs here may reach nothing but this page’s own site, ${origin}`;
    if (!this.granted) return 'programs here have no network, unless you allow it';
    if (this.#underWay.size >= mostAtOnce || this.#underWay.has(id)) return 'too many requests are under way';
    return undefined;
  }

  #list(
    { method, url, place }: Pick<NetworkRequest, 'method' | 'url' | 'place'>,
    outcome: AskedRequest['outcome'],
    id?: number,
  ): void {
    const { requests, total } = this.#asked;
    const asked = { key: total + 1, id, method, url: shortened(url), place, outcome };
    this.#tell({ total: total + 1, requests: requests.length < mostListed ? [...requests, asked] : requests });
  }

  #settle(id: number, outcome: AskedRequest['outcome']): void {
    this.#underWay.delete(id);
    const requests = this.#asked.requests.map((asked) => (asked.id === id ? { ...asked, outcome } : asked));
    this.#tell({ ...this.#asked, requests });
  }

  #tell(asked: Pick<Asked, 'requests' | 'total'>): void {
    this.#asked = { ...this.#asked, ...asked };
    this.#options.onChange(this.#asked);
  }
}

function shortened(url: string): string {
  return url.length <= longestShown ? url : `${url.slice(0, longestShown)}…`;
}

type Answer = Pick<Extract<NetworkReply, { kind: 'fetched' }>, 'status' | 'statusText' | 'url' | 'headers' | 'body'>;

/** Without cookies, and without following a redirection to elsewhere: a stranger's program asks, not the reader. */
async function ask({ url, method, headers, body }: NetworkRequest, signal: AbortSignal): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers,
    signal,
    mode: 'same-origin',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    ...(body.length > 0 ? { body } : {}),
  });
  return {
    status: response.status,
    statusText: response.statusText,
    url: response.url,
    headers: [...response.headers],
    body: await bodyOf(response),
  };
}

async function bodyOf({ body }: Response): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await readAll(body, mostBodyBytes);
  } catch (error) {
    if (error instanceof TooLong) throw new Error(`the answer is longer than ${mostBodyBytes >> 20} MiB`);
    throw error;
  }
}
