/** Keeps the compiler's files from one visit to the next, unpacked; where the browser keeps nothing, they are loaded anew. */
import type { PackFile } from './pack-format.ts';

/** A page of the version before may still be open, and load its compiler again after a crash. */
const versionsKept = 2;

export class KeptFiles {
  readonly #cache: Cache | undefined;
  readonly #base: URL;

  private constructor(cache: Cache | undefined, base: URL) {
    this.#cache = cache;
    this.#base = base;
  }

  /** @param base the folder of the files; each has a cache of its own */
  static async open(base: URL): Promise<KeptFiles> {
    // Not in Node, not on a site without TLS, and a browser may refuse.
    if (!('caches' in globalThis) || !base.protocol.startsWith('http')) return new KeptFiles(undefined, base);
    return new KeptFiles(await caches.open(`compiler ${base.pathname}`).catch(() => undefined), base);
  }

  async find(file: PackFile): Promise<Response | undefined> {
    return this.#cache?.match(this.#urlOf(file)).catch(() => undefined);
  }

  /** As long as there is room: if not, so be it. */
  async keep(file: PackFile, bytes: Uint8Array<ArrayBuffer>, type: string): Promise<void> {
    try {
      await this.#cache?.put(this.#urlOf(file), new Response(bytes, { headers: { 'content-type': type } }));
      await this.#forgetOlder(file);
    } catch {
      await this.forget(file);
    }
  }

  async forget(file: PackFile): Promise<undefined> {
    await this.#cache?.delete(this.#urlOf(file)).catch(() => false);
    return undefined;
  }

  async #forgetOlder(file: PackFile): Promise<void> {
    const folder = this.#base.pathname;
    const name = `${folder}${file.file.replace(/\..*/, '.')}`;
    // In the order in which they came.
    const versions = ((await this.#cache?.keys()) ?? []).filter(({ url }) => new URL(url).pathname.startsWith(name));
    for (const old of versions.slice(0, -versionsKept)) await this.#cache?.delete(old);
  }

  #urlOf(file: PackFile): URL {
    return new URL(file.file, this.#base);
  }
}
