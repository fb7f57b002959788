/** Keeps the compiler's files from one visit to the next, ready to be used; where the browser keeps nothing, they are loaded anew. */
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

  /**
   * A module that is kept, as the site's service worker gives it: browsers keep machine code for that alone, not for what
   * comes out of the cache directly.
   */
  async findModule(file: PackFile): Promise<Response | undefined> {
    const found = await this.find(file);
    if (found === undefined) return undefined;
    const served = await fetch(this.#urlOf(file)).catch(() => undefined);
    return served?.headers.get('content-type') === 'application/wasm' ? served : found;
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
    return new URL(unpackedName(file), this.#base);
  }
}

/** Another name than the packed file's. The site's service worker knows it. */
function unpackedName({ file }: PackFile): string {
  return file.replace(/\.pack$/, '.unpacked');
}
