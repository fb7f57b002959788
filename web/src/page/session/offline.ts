/** The page's end of the service worker, which keeps the site for visits without a network. */
import { othersAreOpen, type ServiceWorkerRequest } from '../../protocol/service-worker.ts';

export interface OfflineOptions {
  /** The service worker's address. */
  address: string;
  /** The page's own script, which tells its version. */
  script: string;
  /** A newer version is there. */
  onUpdate(): void;
  /** It cannot be taken as long as other pages have this one open. */
  onOthers(): void;
  /** The newer version, which was asked for, serves the page from now on. */
  onReplaced(): void;
}

export class Offline {
  readonly #options: OfflineOptions;
  readonly #container: ServiceWorkerContainer;
  #registration: ServiceWorkerRegistration | undefined;
  #isAsked = false;

  constructor(container: ServiceWorkerContainer, options: OfflineOptions) {
    this.#container = container;
    this.#options = options;
    container.addEventListener('controllerchange', () => {
      if (this.#isAsked) options.onReplaced();
    });
    container.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (data === othersAreOpen) options.onOthers();
    });
  }

  /** Has the site kept. A browser that does not is no worse than before. */
  async start(): Promise<void> {
    try {
      const registration = await this.#container.register(this.#options.address, { updateViaCache: 'none' });
      this.#registration = registration;
      registration.addEventListener('updatefound', () => this.#watch(registration.installing));
      this.#watch(registration.installing);
      if (registration.waiting !== null && this.#container.controller !== null) this.#options.onUpdate();
      const { active } = await this.#container.ready;
      if (this.#container.controller === null) ask(active, { kind: 'serve', script: this.#options.script });
    } catch {
      // No secure context, storage refused, no network.
    }
  }

  /** Takes the newer version. */
  replace(): void {
    this.#isAsked = true;
    ask(this.#registration?.waiting, { kind: 'replace' });
  }

  #watch(worker: ServiceWorker | null): void {
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && this.#container.controller !== null) this.#options.onUpdate();
    });
  }
}

function ask(worker: ServiceWorker | null | undefined, request: ServiceWorkerRequest): void {
  worker?.postMessage(request);
}

/** Not in a frame: whoever embeds the page has not asked for that, and a frame's storage is another one. */
export function canBeKept(): boolean {
  return 'serviceWorker' in navigator && parent === self;
}
