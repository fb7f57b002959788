/** A request that a program has made by web::fetch(), and its answer. */
import { joinFields, splitFields } from './fields.ts';
import type { Network, NetworkRequest, NetworkResponse } from '../../api/types.ts';
import { messageOf } from '../../api/errors.ts';
import { Refused, resolveUrl, type Emit } from './events.ts';

export class Exchange {
  readonly #abort = new AbortController();
  readonly #network: Network;
  readonly #emit: Emit;
  #response: NetworkResponse | undefined;

  constructor(network: Network, emit: Emit) {
    this.#network = network;
    this.#emit = emit;
  }

  /** @param fields place, address, method, body; then names and values of the header, by turns */
  ask(fields: Uint8Array<ArrayBuffer>): void {
    let request: NetworkRequest;
    try {
      request = this.#request(splitFields(fields));
    } catch (error) {
      return this.#emit('invalid', `fetch(): ${messageOf(error)}`);
    }
    this.#follow(request.url, this.#network.fetch(request, this.#abort.signal), (response) => {
      this.#response = response;
      this.#emit('head', headOf(response));
    });
  }

  /** Reads the body, as the text that it is or byte for byte. */
  read(asText: boolean): void {
    const response = this.#response;
    if (response === undefined) return;
    this.#follow(response.url, response.body(), (bytes) =>
      this.#emit('body', asText ? new TextDecoder().decode(bytes) : bytes),
    );
  }

  drop(): void {
    this.#abort.abort();
  }

  /** What the platform says of a request that cannot be, it says here, before anybody is asked. */
  #request(fields: Uint8Array<ArrayBuffer>[]): NetworkRequest {
    const decoder = new TextDecoder();
    const [place = '', address = '', method = '', , ...headers] = fields.map((field) => decoder.decode(field));
    const body = fields[3] ?? new Uint8Array();
    const request = new Request(resolveUrl(address, this.#network.baseUrl), {
      method,
      headers: pairsOf(headers),
      ...(body.length > 0 ? { body } : {}),
    });
    return { url: request.url, method: request.method, headers: [...request.headers], body, place };
  }

  #follow<T>(url: string, promise: Promise<T>, arrived: (value: T) => void): void {
    const { signal } = this.#abort;
    promise.then(
      (value) => {
        if (!signal.aborted) arrived(value);
      },
      (error: unknown) => {
        if (signal.aborted) return;
        this.#emit(error instanceof Refused ? 'refused' : 'failed', `fetch(): ${url}: ${messageOf(error)}`);
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

function headOf({ status, statusText, url, headers }: NetworkResponse): Uint8Array {
  return joinFields([String(status), statusText, url, ...headers.flat()]);
}
