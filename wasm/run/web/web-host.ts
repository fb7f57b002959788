/** What the page gives programs beyond asyncio: the JavaScript side of `asyncio_web` in docs/host-abi.md. */
import type { Network } from '../../api/types.ts';
import type { MemoryView } from '../../wasi/memory.ts';
import { eventKinds, type Emit } from './events.ts';
import { Exchange } from './exchange.ts';
import { ProgramSocket } from './socket.ts';

/** Calls the program's `asyncio_web_event`. */
export type Deliver = (id: number, kind: number, size: number) => void;

/** Of closing a WebSocket, in bytes: the platform's limit. */
const longestReason = 123;

export class WebHost {
  readonly #memory: MemoryView;
  /** What is granted, or why nothing is. */
  readonly #network: Network | string;
  readonly #deliver: Deliver;
  readonly #exchanges = new Map<number, Exchange>();
  readonly #sockets = new Map<number, ProgramSocket>();
  /** Of the event that is being delivered. */
  #payload: Uint8Array = new Uint8Array();

  constructor(memory: MemoryView, network: Network | string, deliver: Deliver) {
    this.#memory = memory;
    this.#network = network;
    this.#deliver = deliver;
  }

  imports(): Record<string, (...args: never[]) => unknown> {
    return {
      fetch: (id: number, pointer: number, length: number) => {
        const network = this.#granted('fetch()', id);
        if (network === undefined) return;
        this.#drop(id);
        const exchange = new Exchange(network, this.#emitter(id));
        this.#exchanges.set(id, exchange);
        exchange.ask(this.#copy(pointer, length));
      },
      read: (id: number, asText: number) => this.#exchanges.get(id)?.read(asText !== 0),
      connect: (id: number, pointer: number, length: number) => {
        const network = this.#granted('WebSocket', id);
        if (network === undefined) return;
        this.#drop(id);
        const socket = new ProgramSocket(network, this.#emitter(id));
        this.#sockets.set(id, socket);
        socket.connect(this.#copy(pointer, length));
      },
      send: (id: number, binary: number, pointer: number, length: number) =>
        Number(this.#sockets.get(id)?.send(binary !== 0, this.#copy(pointer, length)) ?? false),
      close: (id: number, code: number, pointer: number, length: number) =>
        this.#sockets.get(id)?.close(code, this.#memory.text(pointer, length, longestReason)),
      drop: (id: number) => this.#drop(id),
      take: (pointer: number) => this.#memory.bytes(pointer, this.#payload.length).set(this.#payload),
    };
  }

  /** Ends all requests and connections: the program has ended. */
  dispose(): void {
    for (const id of [...this.#exchanges.keys(), ...this.#sockets.keys()]) this.#drop(id);
  }

  #drop(id: number): void {
    this.#exchanges.get(id)?.drop();
    this.#exchanges.delete(id);
    this.#sockets.get(id)?.drop();
    this.#sockets.delete(id);
  }

  #granted(what: string, id: number): Network | undefined {
    if (typeof this.#network !== 'string') return this.#network;
    this.#emitter(id)('unsupported', `${what} is not supported: ${this.#network}`);
    return undefined;
  }

  #emitter(id: number): Emit {
    return (kind, payload) => {
      this.#payload = typeof payload === 'string' ? new TextEncoder().encode(payload) : payload;
      this.#deliver(id, eventKinds[kind], this.#payload.length);
    };
  }

  /** The program may move its memory while it is read. */
  #copy(pointer: number, length: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#memory.bytes(pointer, length));
  }
}
