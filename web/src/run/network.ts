/**
 * What programs ask of the network. They run in a sandbox that has none; the page asks for them, if it was granted, and tells
 * the reader. Nothing is granted to begin with.
 */
import type { NetworkRequest } from '../../../wasm/js/types.ts';
import type { NetworkReply } from '../protocol/messages.ts';
import { messageOf } from '../ui/errors.ts';

/** A program that keeps to the protocol has no more under way; see the sandbox's `pageNetwork.ts`. */
const MOST_AT_ONCE = 8;
const MOST_BODY_BYTES = 16 << 20;
/** So many requests of a run are listed; later ones are counted. */
const MOST_LISTED = 100;

/** What a program asked for, and what became of it. */
export interface AskedRequest {
  id: number;
  method: string;
  url: string;
  /** The line that asked. */
  place: string;
  outcome: 'under way' | 'refused' | 'failed' | `${number}`;
}

export interface ProgramNetworkOptions {
  /** The page's address. */
  baseUrl: string;
  answer(reply: NetworkReply): void;
  onChange(asked: readonly AskedRequest[], total: number): void;
}

export class ProgramNetwork {
  /** Whether programs may read from the page's own origin. The reader's to say. */
  granted = false;
  readonly #options: ProgramNetworkOptions;
  readonly #underWay = new Map<number, AbortController>();
  #asked: AskedRequest[] = [];
  #total = 0;

  constructor(options: ProgramNetworkOptions) {
    this.#options = options;
  }

  /** Another run begins. */
  reset(): void {
    this.dispose();
    this.#asked = [];
    this.#total = 0;
    this.#options.onChange([], 0);
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
    this.#list(id, request, refusal === undefined ? 'under way' : 'refused');
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

  #refusal({ url }: NetworkRequest, id: number): string | undefined {
    const { origin } = new URL(this.#options.baseUrl);
    if (!URL.canParse(url)) return 'that is no address';
    if (new URL(url).origin !== origin) return `programs here may reach nothing but this page’s own site, ${origin}`;
    if (!this.granted) return 'programs here have no network, unless you allow it';
    if (this.#underWay.size >= MOST_AT_ONCE || this.#underWay.has(id)) return 'too many requests are under way';
    return undefined;
  }

  #list(id: number, { method, url, place }: NetworkRequest, outcome: AskedRequest['outcome']): void {
    this.#total += 1;
    if (this.#asked.length < MOST_LISTED) this.#asked = [...this.#asked, { id, method, url, place, outcome }];
    this.#options.onChange(this.#asked, this.#total);
  }

  #settle(id: number, outcome: AskedRequest['outcome']): void {
    this.#underWay.delete(id);
    this.#asked = this.#asked.map((asked) => (asked.id === id ? { ...asked, outcome } : asked));
    this.#options.onChange(this.#asked, this.#total);
  }
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
    body: await readBody(response),
  };
}

async function readBody(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const part = await reader?.read();
    if (part === undefined || part.done) break;
    length += part.value.length;
    if (length > MOST_BODY_BYTES) throw new Error(`the answer is longer than ${MOST_BODY_BYTES >> 20} MiB`);
    parts.push(part.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
