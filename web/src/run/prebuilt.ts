/** Modules made at build time, of the unedited examples say. An index names the file of each; both are fetched once. */
import { fields, text } from '../protocol/guards.ts';

export class PrebuiltModules {
  readonly #baseUrl: string;
  readonly #indexFile: string;
  readonly #modules = new Map<string, Promise<WebAssembly.Module>>();
  #index: Promise<unknown> | undefined;

  /** @param baseUrl the folder that holds the index and what it names */
  constructor(baseUrl: string, indexFile: string) {
    this.#baseUrl = baseUrl;
    this.#indexFile = indexFile;
  }

  get(name: string): Promise<WebAssembly.Module> {
    let module = this.#modules.get(name);
    if (module === undefined) {
      module = this.#load(name);
      this.#modules.set(name, module);
      module.catch(() => this.#forget(name));
    }
    return module;
  }

  async #load(name: string): Promise<WebAssembly.Module> {
    this.#index ??= this.#fetch(this.#indexFile, { cache: 'no-cache' }).then(
      (response) => response.json() as Promise<unknown>,
    );
    const file = text(fields(await this.#index, this.#indexFile), name);
    const response = await this.#fetch(file);
    // A plain file server may not know the type that `compileStreaming` insists on.
    if (response.headers.get('content-type') === 'application/wasm') return WebAssembly.compileStreaming(response);
    return WebAssembly.compile(await response.arrayBuffer());
  }

  async #fetch(file: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(new URL(file, this.#baseUrl), init);
    if (!response.ok) throw new Error(`${file}: ${response.status} ${response.statusText}`);
    return response;
  }

  /** After a failure the next call tries again from the start. */
  #forget(name: string): void {
    this.#modules.delete(name);
    this.#index = undefined;
  }
}
