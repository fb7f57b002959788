/** Fetches the compiler and its packs. */
import { FileSystem } from './filesystem.ts';
import { joinPack, manifestFile, mountPack, parseManifest, type Manifest, type PackFile } from './pack-format.ts';
import { KeptFiles } from './kept-files.ts';
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
  unpack: Unpack;
}

/** Unpacks as it comes what Brotli has packed. @param size of what is packed */
export type Unpack = (packed: AsyncIterable<Uint8Array<ArrayBuffer>>, size: number) => Promise<Uint8Array<ArrayBuffer>>;

type Fetch = NonNullable<LoadOptions['fetch']>;

export async function loadFiles({
  baseUrl,
  onProgress,
  fetch: get = (url, init) => fetch(url, init),
  unpack,
}: LoadOptions): Promise<CompilerFiles> {
  const base = new URL(String(baseUrl).replace(/\/?$/, '/'), globalThis.location?.href);
  const manifest = parseManifest(
    await (await fetchFile(get, new URL(manifestFile, base), { cache: 'no-cache' })).text(),
  );
  const meter = new Meter(manifest, onProgress);
  const kept = await KeptFiles.open(base);
  const download = (file: PackFile, init?: RequestInit): Promise<Uint8Array<ArrayBuffer>> =>
    fetchFile(get, new URL(file.file, base), init).then((response) =>
      unpack(meter.read(file, response), file.unpacked),
    );
  const files = new FileSystem();
  const [module] = await Promise.all([
    loadModule(manifest.compiler, kept, meter, download),
    ...manifest.packs.map((pack) => loadPack(pack, files, kept, meter, download)),
  ]);
  return { module, base: files };
}

type Download = (file: PackFile, init?: RequestInit) => Promise<Uint8Array<ArrayBuffer>>;

/**
 * Browsers keep the machine code that they made of a module, but only where `compileStreaming` is given a response out of a
 * cache. So the module is put into one and compiled from there, at the first visit already.
 */
async function loadModule(
  file: PackFile,
  kept: KeptFiles,
  meter: Meter,
  download: Download,
): Promise<WebAssembly.Module> {
  const found = await kept.findModule(file);
  if (found) {
    meter.foundInCache(file);
    const module = await WebAssembly.compileStreaming(found).catch(() => kept.forget(file));
    if (module) return module;
  }
  return twice(file, async (init) => {
    const bytes = await download(file, init);
    await kept.keep(file, bytes, 'application/wasm');
    const response = await kept.findModule(file);
    return response ? WebAssembly.compileStreaming(response) : WebAssembly.compile(bytes);
  });
}

async function loadPack(
  file: PackFile,
  files: FileSystem,
  kept: KeptFiles,
  meter: Meter,
  download: Download,
): Promise<void> {
  const found = await kept.find(file);
  if (found) {
    meter.foundInCache(file);
    try {
      return mountPack(new Uint8Array(await found.arrayBuffer()), files);
    } catch {
      await kept.forget(file);
    }
  }
  await twice(file, async (init) => {
    const bytes = joinPack(await download(file, init));
    mountPack(bytes, files);
    // Nobody waits for that.
    void kept.keep(file, bytes, 'application/octet-stream');
  });
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

async function fetchFile(get: Fetch, url: URL, init?: RequestInit): Promise<Response> {
  const response = await get(url, init);
  if (!response.ok) throw new NotServed(`${url.pathname} gives ${response.status} ${response.statusText}`);
  return response;
}

/** The host has no such file, or does not give it. */
class NotServed extends Error {}

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

  /** What a response brings, counted. */
  async *read(file: PackFile, response: Response): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
    const total = file.size;
    let loaded = 0;
    for await (const chunk of chunksOf(response.body)) {
      loaded += chunk.length;
      this.#set(file, { loaded: Math.min(total, loaded), total });
      yield chunk;
    }
    if (loaded !== total) throw new Error(`${loaded} bytes of ${total} have come`);
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
