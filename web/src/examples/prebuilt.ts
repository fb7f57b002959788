/** The modules of the unedited examples, made at build time by the compiler that the page uses. Each is fetched once. */

export class PrebuiltModules {
  readonly #modules = new Map<string, Promise<WebAssembly.Module>>();
  readonly #urlOf: (name: string) => string;

  constructor(urlOf: (name: string) => string) {
    this.#urlOf = urlOf;
  }

  get(name: string): Promise<WebAssembly.Module> {
    let module = this.#modules.get(name);
    if (module === undefined) {
      module = load(this.#urlOf(name));
      this.#modules.set(name, module);
      module.catch(() => this.#modules.delete(name));
    }
    return module;
  }
}

async function load(url: string): Promise<WebAssembly.Module> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  // A plain file server may not know the type that `compileStreaming` insists on.
  if (response.headers.get('content-type') === 'application/wasm') return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}
