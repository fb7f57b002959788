/**
 * From a text to a module that can run: the prebuilt one of an example that was not edited, one compiled ahead, or a new one.
 * The last few are kept, so that Run after a pause in typing, or again, finds its program ready.
 */
import type { CompileResult, Diagnostic, Optimisation } from '../../../../wasm/api/types.ts';

export interface Program {
  /** Absent when the text does not compile. */
  module?: Uint8Array<ArrayBuffer>;
  /** True for an example's module that was made at build time. */
  prebuilt: boolean;
  /** How far it is optimised, and how far it was to be. */
  optimisation: Optimisation;
  asked: Optimisation;
  diagnostics: Diagnostic[];
  text: string;
  compileMs: number;
  linkMs: number;
}

export interface ProgramSources {
  compile(source: string, optimisation: Optimisation): Promise<CompileResult>;
  /** The module of the example whose text this is, or nothing. */
  prebuilt(source: string): Promise<Uint8Array<ArrayBuffer>> | undefined;
}

const mostKept = 4;

export class Programs {
  /** By optimisation and source text, least recently used first. */
  readonly #ready = new Map<string, Promise<Program>>();
  readonly #sources: ProgramSources;

  constructor(sources: ProgramSources) {
    this.#sources = sources;
  }

  get(source: string, optimisation: Optimisation): Promise<Program> {
    const key = `${optimisation} ${source}`;
    const found = this.#ready.get(key);
    if (found !== undefined) return this.#touch(key, found);
    const program = this.#make(source, optimisation);
    // A failure says nothing about the text: the next call tries again.
    program.catch(() => this.#ready.delete(key));
    return this.#touch(key, program);
  }

  #touch(key: string, program: Promise<Program>): Promise<Program> {
    this.#ready.delete(key);
    this.#ready.set(key, program);
    const oldest = this.#ready.keys().next().value;
    if (this.#ready.size > mostKept && oldest !== undefined) this.#ready.delete(oldest);
    return program;
  }

  async #make(source: string, optimisation: Optimisation): Promise<Program> {
    // The prebuilt ones are not optimised.
    const prebuilt = optimisation === 0 ? this.#sources.prebuilt(source) : undefined;
    if (prebuilt !== undefined) {
      const module = await prebuilt.catch(() => undefined);
      // A prebuilt module that cannot be had is no reason not to run: the compiler makes the same.
      if (module !== undefined) {
        return {
          module,
          prebuilt: true,
          optimisation: 0,
          asked: 0,
          diagnostics: [],
          text: '',
          compileMs: 0,
          linkMs: 0,
        };
      }
    }
    const { ok, module, ...rest } = await this.#sources.compile(source, optimisation);
    return { ...rest, asked: optimisation, ...(ok && module !== undefined ? { module } : {}), prebuilt: false };
  }
}
