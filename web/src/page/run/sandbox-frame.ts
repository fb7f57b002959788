/**
 * The frame in which programs run: another origin, with a policy of its own (docs/security.md). It is loaded once and kept;
 * each Worker in it speaks with the page by a port of its own, of which the page believes nothing.
 */
import type { FrameRequest } from '../../protocol/messages.ts';
import type { WorkerLike } from '../workers/worker-like.ts';

export class SandboxFrame {
  readonly #address: string;
  readonly #isKept: () => boolean;
  #frame: HTMLIFrameElement | undefined;
  #loaded: Promise<void> = Promise.resolve();
  #lastId = 0;

  /**
   * @param address of the sandbox's document
   * @param isKept whether a service worker answers the page. It does not answer a frame of no origin, so then the page gets
   * the document and puts it in.
   */
  constructor(address: string, isKept: () => boolean) {
    this.#address = address;
    this.#isKept = isKept;
  }

  spawn(): WorkerLike {
    const frame = this.#frame ?? this.#load();
    const id = ++this.#lastId;
    const { port1, port2 } = new MessageChannel();
    void this.#loaded.then(() => post(frame, { kind: 'spawn', id }, [port2]));
    return new SandboxedWorker(port1, () => post(frame, { kind: 'terminate', id }));
  }

  /** Takes the frame away, and with it all that runs in it. The next Worker has a new one. */
  replace(): void {
    this.#frame?.remove();
    this.#frame = undefined;
  }

  #load(): HTMLIFrameElement {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.title = 'Where programs run';
    frame.hidden = true;
    this.#frame = frame;
    this.#loaded = this.#fill(frame);
    return frame;
  }

  async #fill(frame: HTMLIFrameElement): Promise<void> {
    const kept = this.#isKept() ? await textOf(this.#address) : undefined;
    if (kept === undefined) frame.src = this.#address;
    else frame.srcdoc = kept;
    const loaded = new Promise<void>((resolve) => frame.addEventListener('load', () => resolve(), { once: true }));
    // It may have been replaced meanwhile.
    if (frame === this.#frame) document.body.append(frame);
    return loaded;
  }
}

async function textOf(address: string): Promise<string | undefined> {
  try {
    const response = await fetch(address);
    return response.ok ? await response.text() : undefined;
  } catch {
    return undefined;
  }
}

/** Its origin is opaque: no other target can be named. What is sent holds no secret. */
function post(frame: HTMLIFrameElement, request: FrameRequest, ports: MessagePort[] = []): void {
  frame.contentWindow?.postMessage(request, '*', ports);
}

class SandboxedWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  readonly #port: MessagePort;
  readonly #end: () => void;

  constructor(port: MessagePort, end: () => void) {
    this.#port = port;
    this.#end = end;
    port.onmessage = (event) => this.onmessage?.(event);
    port.onmessageerror = (event) => this.onmessageerror?.(event);
  }

  postMessage(message: unknown): void {
    this.#port.postMessage(message);
  }

  terminate(): void {
    this.#port.close();
    this.#end();
  }
}
