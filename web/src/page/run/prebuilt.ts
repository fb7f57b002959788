/** Modules made at build time, of the unedited examples say. An index names the file of each; both are fetched once. */
import * as v from 'valibot';
import { parse } from '../../protocol/parse.ts';

const indexShape = v.record(v.string(), v.string());

export class PrebuiltModules {
  readonly #baseUrl: string;
  readonly #indexFile: string;
  readonly #modules = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  #index: Promise<unknown> | undefined;

  /** @param baseUrl the folder that holds the index and what it names */
  constructor(baseUrl: string, indexFile: string) {
    this.#baseUrl = baseUrl;
    this.#indexFile = indexFile;
  }

  get(name: string): Promise<Uint8Array<ArrayBuffer>> {
    let module = this.#modules.get(name);
    if (module === undefined) {
      module = this.#load(name);
      this.#modules.set(name, module);
      module.catch(() => this.#forget(name));
    }
    return module;
  }

  async #load(name: string): Promise<Uint8Array<ArrayBuffer>> {
    this.#index ??= this.#fetch(this.#indexFile, { cache: 'no-cache' }).then(
      (response) => response.json() as Promise<unknown>,
    );
    const file = parse(indexShape, await this.#index)[name];
    if (file === undefined) throw new Error(`${this.#indexFile} names no module ${name}`);
    return new Uint8Array(await (await this.#fetch(file)).arrayBuffer());
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
