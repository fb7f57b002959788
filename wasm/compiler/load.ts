/** Fetches the compiler and its packs. */
import { FileSystem } from './filesystem.ts';
import { manifestFile, mountPack, parseManifest, type Manifest, type PackFile } from './pack-format.ts';
import { chunksOf } from '../api/streams.ts';
import type { LoadProgress } from '../api/types.ts';

export interface CompilerFiles {
  module: WebAssembly.Module;
  /** Headers, libraries and precompiled header; shared by all runs, and written to by none. */
  base: FileSystem;
}

export interface LoadOptions {
  /** The folder that holds the build's manifest.json. */
  baseUrl: string | URL;
  onProgress?(progress: LoadProgress): void;
  /** How to read a file of that folder, where it is not `fetch`. */
  fetch?: (url: URL, init?: RequestInit) => Promise<Response>;
}

type Fetch = NonNullable<LoadOptions['fetch']>;

export async function loadFiles({
  baseUrl,
  onProgress,
  fetch: get = (url, init) => fetch(url, init),
}: LoadOptions): Promise<CompilerFiles> {
  const base = new URL(String(baseUrl).replace(/\/?$/, '/'), globalThis.location?.href);
  const manifest = parseManifest(
    await (await fetchFile(get, new URL(manifestFile, base), { cache: 'no-cache' })).text(),
  );
  const meter = new Meter(manifest, onProgress);
  const urlOf = (file: PackFile): URL => new URL(file.file, base);
  const files = new FileSystem();
  const loadPack = (pack: PackFile): Promise<void> =>
    twice(pack, async (init) => {
      const packed = await meter.read(pack, await fetchFile(get, urlOf(pack), init));
      mountPack(await gunzip(packed), files);
    });
  const [module] = await Promise.all([
    loadModule(get, manifest.compiler, urlOf, meter),
    ...manifest.packs.map(loadPack),
  ]);
  return { module, base: files };
}

/**
 * Browsers keep the machine code that they made of a module, but only where `compileStreaming` is given the plain
 * response. A response whose bytes are counted is not plain any more; so the count is for the first visit, and later
 * ones compile what the browser's cache holds.
 */
async function loadModule(
  get: Fetch,
  file: PackFile,
  urlOf: (file: PackFile) => URL,
  meter: Meter,
): Promise<WebAssembly.Module> {
  const url = urlOf(file);
  const cached = await fromCache(get, url);
  if (cached) {
    meter.foundInCache(file);
    return WebAssembly.compileStreaming(cached);
  }
  return twice(file, async (init) => WebAssembly.compile(await meter.read(file, await fetchFile(get, url, init))));
}

/** What a browser's cache holds may be cut or damaged: the second try goes round it. */
async function twice<T>(file: PackFile, load: (init?: RequestInit) => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (error instanceof NotServed) throw error;
  }
  try {
    return await load({ cache: 'reload' });
  } catch (error) {
    if (error instanceof NotServed) throw error;
    throw new Error(
      `a file of the compiler is damaged: ${file.file} (${error instanceof Error ? error.message : String(error)})`,
    );
  }
}

async function fromCache(get: Fetch, url: URL): Promise<Response | undefined> {
  if (url.protocol === 'file:') return undefined;
  try {
    const response = await get(url, { cache: 'only-if-cached', mode: 'same-origin' });
    return response.ok && response.headers.get('content-type') === 'application/wasm' ? response : undefined;
  } catch {
    // Not in the cache, which fetch takes for a failure of the network.
    return undefined;
  }
}

async function fetchFile(get: Fetch, url: URL, init?: RequestInit): Promise<Response> {
  const response = await get(url, init);
  if (!response.ok) throw new NotServed(`${url.pathname} gives ${response.status} ${response.statusText}`);
  return response;
}

/** The host has no such file, or does not give it. */
class NotServed extends Error {}

async function gunzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (typeof DecompressionStream !== 'function')
    throw new NotServed('this browser has no compression streams, which a newer one has');
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}

/** Adds up what all files together have received over the wire. */
class Meter {
  readonly #files: Map<PackFile, LoadProgress>;
  readonly #report: (progress: LoadProgress) => void;

  constructor(manifest: Manifest, report: ((progress: LoadProgress) => void) | undefined) {
    this.#files = new Map(
      [manifest.compiler, ...manifest.packs].map((file) => [file, { loaded: 0, total: file.size }]),
    );
    this.#report = report ?? (() => {});
    this.#send();
  }

  /** Reads a response to its end. A script sees what arrives only unpacked: of a file that the host compressed, so much
   * of the compressed size is counted as of the unpacked one has come. */
  async read(file: PackFile, response: Response): Promise<Uint8Array<ArrayBuffer>> {
    const total = Number(response.headers.get('content-length')) || file.size;
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let received = 0;
    for await (const chunk of chunksOf(response.body)) {
      chunks.push(chunk);
      received += chunk.length;
      this.#set(file, { loaded: Math.min(total, Math.round((received * total) / file.size)), total });
    }
    if (received !== file.size) throw new Error(`${received} bytes of ${file.size} have come`);
    return new Uint8Array(await new Blob(chunks).arrayBuffer());
  }

  /** A file that came from the browser's own cache costs nothing. */
  foundInCache(file: PackFile): void {
    this.#set(file, { loaded: 0, total: 0 });
  }

  #set(file: PackFile, progress: LoadProgress): void {
    this.#files.set(file, progress);
    this.#send();
  }

  #send(): void {
    const files = [...this.#files.values()];
    this.#report({ loaded: sum(files.map((file) => file.loaded)), total: sum(files.map((file) => file.total)) });
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
