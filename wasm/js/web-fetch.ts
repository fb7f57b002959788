/** A request that a program has made by web::fetch(), and its answer. */
import { joinFields, splitFields } from './fields.ts';
import type { Network } from './types.ts';
import { messageOf, resolveUrl, type Emit } from './web-events.ts';

export class Exchange {
  readonly #abort = new AbortController();
  readonly #network: Network;
  readonly #emit: Emit;
  #response: Response | undefined;

  constructor(network: Network, emit: Emit) {
    this.#network = network;
    this.#emit = emit;
  }

  /** @param fields address, method, body; then names and values of the header, by turns */
  ask(fields: Uint8Array<ArrayBuffer>): void {
    let request: Request;
    try {
      request = this.#request(splitFields(fields));
    } catch (error) {
      return this.#emit('invalid', `fetch(): ${messageOf(error)}`);
    }
    const refusal = this.#network.refusal(new URL(request.url));
    if (refusal !== undefined) return this.#emit('refused', `fetch(): ${request.url}: ${refusal}`);
    this.#follow(request, this.#network.fetch(request), (response) => {
      this.#response = response;
      this.#emit('head', headOf(response));
    });
  }

  /** Reads the body, as the text that it is or byte for byte. */
  read(asText: boolean): void {
    const response = this.#response;
    if (response === undefined) return;
    if (asText) this.#follow(response, response.text(), (text) => this.#emit('body', text));
    else this.#follow(response, response.arrayBuffer(), (bytes) => this.#emit('body', new Uint8Array(bytes)));
  }

  drop(): void {
    this.#abort.abort();
  }

  #request(fields: Uint8Array<ArrayBuffer>[]): Request {
    const decoder = new TextDecoder();
    const [url = '', method = '', , ...headers] = fields.map((field) => decoder.decode(field));
    const body = fields[2];
    return new Request(resolveUrl(url, this.#network.baseUrl), {
      method,
      headers: pairsOf(headers),
      signal: this.#abort.signal,
      ...(body?.length ? { body } : {}),
    });
  }

  #follow<T>({ url }: { url: string }, promise: Promise<T>, arrived: (value: T) => void): void {
    const { signal } = this.#abort;
    promise.then(
      (value) => {
        if (!signal.aborted) arrived(value);
      },
      (error: unknown) => {
        if (!signal.aborted) this.#emit('failed', `fetch(): ${url}: ${messageOf(error)}`);
      },
    );
  }
}

/** What comes by turns, as names with their values. */
function pairsOf(fields: readonly string[]): [string, string][] {
  return Array.from({ length: fields.length / 2 }, (_, index) => [
    fields[2 * index] ?? '',
    fields[2 * index + 1] ?? '',
  ]);
}

function headOf({ status, statusText, url, headers }: Response): Uint8Array {
  return joinFields([String(status), statusText, url, ...[...headers].flat()]);
}
