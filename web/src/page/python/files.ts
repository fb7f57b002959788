/** Fetches CPython: its interpreter and library, packed, named by an index. Once: a second interpreter has them from here. */
import * as v from 'valibot';
import { parse } from '../../protocol/parse.ts';

const part = v.object({ file: v.string(), size: v.number() });
const indexShape = v.object({ interpreter: part, library: part });

export interface PythonFiles {
  interpreter: Uint8Array<ArrayBuffer>;
  library: Uint8Array<ArrayBuffer>;
}

export interface Progress {
  loaded: number;
  total: number;
}

export class PythonLoader {
  readonly #baseUrl: string;
  #files: Promise<PythonFiles> | undefined;
  /** Of who asked last. */
  #onProgress: (progress: Progress) => void = () => {};

  /** @param baseUrl the folder that holds the index and what it names */
  constructor(baseUrl: string) {
    this.#baseUrl = baseUrl;
  }

  load(onProgress: (progress: Progress) => void): Promise<PythonFiles> {
    this.#onProgress = onProgress;
    this.#files ??= this.#fetchAll();
    // After a failure the next call tries again.
    this.#files.catch(() => (this.#files = undefined));
    return this.#files;
  }

  async #fetchAll(): Promise<PythonFiles> {
    const response = await this.#fetch('python.json', { cache: 'no-cache' });
    const { interpreter, library } = parse(indexShape, await response.json());
    const total = interpreter.size + library.size;
    let loaded = 0;
    const count = (bytes: number): void => this.#onProgress({ loaded: (loaded += bytes), total });
    const [module, zip] = await Promise.all([
      this.#unpacked(interpreter.file, count),
      this.#unpacked(library.file, count),
    ]);
    return { interpreter: module, library: zip };
  }

  async #unpacked(file: string, count: (bytes: number) => void): Promise<Uint8Array<ArrayBuffer>> {
    const { body } = await this.#fetch(file);
    if (body === null) throw new Error(`${file} is empty`);
    const counted = body.pipeThrough(
      new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        transform(chunk, controller) {
          count(chunk.length);
          controller.enqueue(chunk);
        },
      }),
    );
    const unpacked = new Response(counted.pipeThrough(new DecompressionStream('gzip')));
    return new Uint8Array(await unpacked.arrayBuffer());
  }

  async #fetch(file: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(new URL(file, this.#baseUrl), init);
    if (!response.ok) throw new Error(`${file}: ${response.status} ${response.statusText}`);
    return response;
  }
}
