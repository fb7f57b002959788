/** A connection that a program has made by web::WebSocket. */
import { joinFields, splitFields } from './fields.ts';
import type { Network, NetworkSocket } from '../../api/types.ts';
import { messageOf } from '../../api/errors.ts';
import { Refused, resolveUrl, type Emit } from './events.ts';

/** Past so many bytes that wait to leave the program is to wait, until there are no more than so few. */
const highWater = 64 << 10;
const lowWater = 16 << 10;
/** The platform does not say when what waits gets less: one must look. */
const lookMs = 5;
/** `WebSocket.OPEN`: the sandbox, where programs run, has no WebSocket. */
const openState = 1;

export class ProgramSocket {
  readonly #network: Network;
  readonly #emit: Emit;
  #socket: NetworkSocket | undefined;
  #looking: ReturnType<typeof setTimeout> | undefined;

  constructor(network: Network, emit: Emit) {
    this.#network = network;
    this.#emit = emit;
  }

  /** @param fields place, address, subprotocols */
  connect(fields: Uint8Array<ArrayBuffer>): void {
    const decoder = new TextDecoder();
    const [place = '', text = '', ...protocols] = splitFields(fields).map((field) => decoder.decode(field));
    let where = '';
    try {
      const url = resolveUrl(text, this.#network.baseUrl);
      // As the platform does with an address that is relative.
      url.protocol = url.protocol.replace(/^http/, 'ws');
      where = `${url.href}: `;
      this.#listen(this.#network.connect(url.href, protocols, place));
    } catch (error) {
      if (error instanceof Refused) this.#emit('refused', `WebSocket: ${where}${error.message}`);
      else this.#emit('invalid', `WebSocket: ${messageOf(error)}`);
    }
  }

  /** @returns whether more waits to leave than should; `drained` follows. */
  send(binary: boolean, bytes: Uint8Array<ArrayBuffer>): boolean {
    const socket = this.#socket;
    // The platform drops in silence what is sent when the end is near; the program is told of the end in a moment.
    if (socket?.readyState !== openState) return false;
    socket.send(binary ? bytes : new TextDecoder().decode(bytes));
    if (socket.bufferedAmount <= highWater) return false;
    if (this.#looking === undefined) this.#lookLater(socket);
    return true;
  }

  close(code: number, reason: string): void {
    this.#socket?.close(code, reason);
  }

  drop(): void {
    clearTimeout(this.#looking);
    const socket = this.#socket;
    if (socket === undefined) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  #listen(socket: NetworkSocket): void {
    this.#socket = socket;
    let opened = false;
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => {
      opened = true;
      this.#emit('opened', socket.protocol);
    };
    socket.onmessage = ({ data }: MessageEvent<string | ArrayBuffer>) => {
      if (typeof data === 'string') this.#emit('text', data);
      else this.#emit('binary', new Uint8Array(data));
    };
    socket.onclose = ({ code, reason }) => {
      clearTimeout(this.#looking);
      if (opened) this.#emit('closed', joinFields([String(code), reason]));
      else this.#emit('failed', `WebSocket: ${socket.url}: no connection`);
    };
  }

  #lookLater(socket: NetworkSocket): void {
    this.#looking = setTimeout(() => {
      this.#looking = undefined;
      if (socket.bufferedAmount > lowWater) this.#lookLater(socket);
      else this.#emit('drained', '');
    }, lookMs);
  }
}
